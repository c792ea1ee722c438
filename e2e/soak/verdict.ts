import { countedSeries } from '../../packages/claude-code/test/support/counted-series.ts';
import { isAlive, processesOf } from '../../packages/claude-code/test/support/living-processes.ts';
import type { DiaryEntry } from '../../packages/claude-code/test/support/stand-in/diary.ts';
import type { Outcome, SoakRun } from './soak.ts';

/** What a soak showed. It went well when there are no problems. */
export interface Verdict {
  readonly messages: number;
  /** By what they got. */
  readonly got: Readonly<Record<string, number>>;
  readonly restarts: number;
  readonly heapGrowthBytes: number;
  readonly problems: readonly string[];
}

/** Memory may differ between two moments by what happens to be on its way. */
const mostGrowthBytes = 8 * 1024 * 1024;
/** What an outcome of the soak itself takes in the heap: an object of five fields, its id, its place in the list. */
const bytesOfOutcome = 150;
const processes = 5;

/** Compares what a soak got and counted with what the agents wrote down. */
export function judge(run: SoakRun, diary: readonly DiaryEntry[]): Verdict {
  const { outcomes, monitor, heap } = run;
  const series = countedSeries(monitor);
  const counted = (start: string, end = '') => sumOf(series, start, end);
  const expected = new Map<string, readonly [number, number]>();
  const expectEqual = (what: string, metric: number, truth: number) => {
    expected.set(what, [metric, truth]);
  };
  const entries = (what: DiaryEntry['what'], by: Partial<DiaryEntry> = {}) =>
    diary.filter((entry) => entry.what === what && matches(entry, by)).length;

  const results = (outcome: 'success' | 'error' | 'interrupted') => entries('result', { outcome });
  const attempts = outcomes.reduce((sum, each) => sum + each.attempts, 0);
  expectEqual('turns that succeeded', counted('turns_total', ',success'), results('success'));
  expectEqual(
    'turns that were interrupted',
    counted('turns_total', ',interrupted'),
    results('interrupted'),
  );
  expectEqual('turns', counted('turns_total'), attempts);
  expectEqual(
    'responses',
    counted('responses_total', ',success'),
    entries('response', { outcome: 'success' }),
  );
  // One that was killed in the middle of a response had no time to write that down.
  const written = entries('response', { outcome: 'error' }) + results('error');
  const failed = counted('responses_total', ',error');
  const silent = entries('start') - entries('exit');
  expectEqual(
    'responses that failed',
    failed,
    Math.min(Math.max(failed, written), written + silent),
  );
  expectEqual('tokens', counted('tokens_total'), tokensOf(diary));
  for (const [tool, outcome] of [
    ['Bash', 'success'],
    ['Read', 'error'],
  ] as const) {
    expectEqual(
      `calls of ${tool}`,
      counted(`tool_calls_total ${tool}`, outcome),
      entries('tool', { detail: tool, outcome }),
    );
  }
  expectEqual('retries', counted('response_retries_total'), entries('retry'));
  expectEqual('compactions', counted('compactions_total'), entries('compaction'));
  expectEqual('starts', counted('process_starts_total'), entries('start'));
  expectEqual('exits', counted('process_exits_total'), entries('start'));
  expectEqual('restarts', counted('restarts_total', ',success'), entries('start') - processes);
  expectEqual('restarts that failed', counted('restarts_total', ',error'), 0);
  const exits = diary.filter(({ what }) => what === 'exit').map(({ detail = '' }) => detail);
  expectEqual(
    'crashes',
    counted('process_exits_total', ',crash'),
    exits.filter((code) => Number(code) > 0).length,
  );
  expectEqual(
    'kills',
    counted('process_exits_total', ',killed'),
    exits.filter((code) => code === 'SIGKILL').length,
  );
  expectEqual('processes by state', counted('processes '), 0);

  const heapGrowthBytes = heap[1] - heap[0];
  const mostBytes = mostGrowthBytes + outcomes.length * bytesOfOutcome;
  const problems = [
    ...[...expected]
      .filter(([, [metric, truth]]) => metric !== truth)
      .map(([what, [metric, truth]]) => `${what}: counted ${metric}, happened ${truth}`),
    ...outcomes.flatMap((outcome) => wrongIn(outcome)),
    ...answersWithoutTruth(outcomes, diary),
    ...processesOf(diary)
      .filter((pid) => isAlive(pid, run.folder))
      .map((pid) => `process ${pid} is left`),
    ...leftHandles(),
    ...(heapGrowthBytes > mostBytes ? [`the heap grew by ${heapGrowthBytes} bytes`] : []),
  ];
  return {
    messages: outcomes.length,
    got: countBy(
      outcomes.map(({ answered, reason }) => (answered ? 'answer' : (reason ?? 'nothing'))),
    ),
    restarts: entries('start') - processes,
    heapGrowthBytes,
    problems,
  };
}

function wrongIn({ id, times, answered, reason, attempts }: Outcome): readonly string[] {
  const known = /^(agent-error|aborted|timeout|process-died|queue-full)$/;
  const wrong = [
    times === 1 ? undefined : `was settled ${times} times`,
    answered || known.test(reason ?? '') ? undefined : `got ${reason}`,
    attempts >= 0 && attempts <= 2 ? undefined : `was given to a process ${attempts} times`,
  ];
  return wrong.flatMap((words) => (words === undefined ? [] : `message ${id} ${words}`));
}

/** An answer is one that an agent gave, and no agent gave two to one message. */
function answersWithoutTruth(
  outcomes: readonly Outcome[],
  diary: readonly DiaryEntry[],
): readonly string[] {
  const given = countBy(
    diary.flatMap(({ what, outcome, message }) =>
      what === 'result' && outcome === 'success' ? (message ?? '') : [],
    ),
  );
  const invented = outcomes.filter(({ id, answered }) => answered && given[id] !== 1);
  return invented.map(
    ({ id }) => `message ${id} was answered, and agents answered it ${given[id] ?? 0} times`,
  );
}

function leftHandles(): readonly string[] {
  const handles = process.getActiveResourcesInfo().filter((name) => name === 'ProcessWrap');
  const listeners = process.listenerCount('SIGTERM') + process.listenerCount('SIGHUP');
  return [
    ...handles.map((name) => `a ${name} is left`),
    ...(listeners > 0 ? [`${listeners} listeners are left`] : []),
  ];
}

function tokensOf(diary: readonly DiaryEntry[]): number {
  return diary.reduce((sum, { tokens = 0 }) => sum + tokens, 0);
}

function matches(entry: DiaryEntry, by: Partial<DiaryEntry>): boolean {
  return Object.entries(by).every(([key, value]) => entry[key as keyof DiaryEntry] === value);
}

function sumOf(series: Readonly<Record<string, number>>, start: string, end: string): number {
  const found = Object.entries(series).filter(
    ([key]) => key.startsWith(start) && key.endsWith(end),
  );
  return found.reduce((sum, [, value]) => sum + value, 0);
}

function countBy(keys: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
}
