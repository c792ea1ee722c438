import { describe, expect, it } from '@jest/globals';
import { type ClaudeCodeManager, ManagerError } from '../../src/index.ts';
import { countedSeries, moved } from '../support/counted-series.ts';
import { useAgents } from '../support/stage-agents.ts';
import { until } from '../support/until.ts';

// Each fault of an agent: what the user gets, and which series moved by how much from when the pool was ready until it
// was again. That no process is left is checked after every test.

const measured =
  /process|restarts|parse_errors|(turns|responses|response_retries|tool_calls|compactions)_total|turn_duration|compaction_ratio/;

interface Fault {
  readonly what: string;
  readonly message: string;
  /** The answer's text, or the reason and the words of the error. */
  readonly gets: RegExp;
  readonly series: Readonly<Record<string, number>>;
}

/** How one process of the type `solo` came back. */
const restartOf = (reason: string) => ({
  [`process_exits_total solo,${reason}`]: 1,
  [`restarts_total solo,${reason},success`]: 1,
  'process_starts_total solo,restart': 1,
  'process_startup_duration_seconds solo': 1,
});

/** One turn. One that failed before the agent had answered anything has no model. */
const turnOf = (outcome: string, model = 'claude-opus-5') => ({
  [`turns_total solo,${model},user,${outcome}`]: 1,
  [`turn_duration_seconds solo,${model},${outcome}`]: 1,
});
const failedTurn = turnOf('error', 'unknown');

const responses = (count: number) => ({ 'responses_total solo,claude-opus-5,success': count });
const answered = { ...turnOf('success'), ...responses(1) };
const gaveUp = { ...failedTurn, 'responses_total solo,unknown,error': 1 };
const unreadable = (lines: number) => ({
  'source_parse_errors_total stream,invalid_json': lines,
});

const faults: readonly Fault[] = [
  { what: 'answers', message: '#1', gets: /^answer to 1$/, series: answered },
  {
    what: 'uses tools',
    message: '#1 tool Bash; tool-fails Read',
    gets: /^answer to 1$/,
    series: {
      ...turnOf('success'),
      ...responses(3),
      'tool_calls_total Bash,success': 1,
      'tool_calls_total Read,error': 1,
    },
  },
  {
    what: 'compacts',
    message: '#1 respond; compact',
    gets: /^answer to 1$/,
    series: {
      ...turnOf('success'),
      ...responses(2),
      'compactions_total solo,auto,success': 1,
      'compaction_ratio solo,auto': 1,
    },
  },
  { what: 'is slow', message: '#1 sleep 300', gets: /^answer to 1$/, series: answered },
  {
    what: 'gives up at 529',
    message: '#1 retry 529; fail 529',
    gets: /^agent-error: .*api_error: API Error: 529/,
    series: { ...gaveUp, 'response_retries_total solo,overloaded': 1 },
  },
  { what: 'gives up at 500', message: '#1 fail 500', gets: /^agent-error: .*500/, series: gaveUp },
  { what: 'gives up at 404', message: '#1 fail 404', gets: /^agent-error: .*404/, series: gaveUp },
  {
    what: 'hangs',
    message: '#1 hang',
    gets: /^timeout: No answer came within 500 ms/,
    series: { ...failedTurn, ...restartOf('hang') },
  },
  {
    what: 'hangs and ignores SIGTERM',
    message: '#1 ignore-term; hang',
    gets: /^timeout/,
    series: { ...failedTurn, ...restartOf('hang') },
  },
  {
    what: 'hangs in a loop that no handler interrupts',
    message: '#1 ignore-term; spin',
    gets: /^timeout/,
    series: { ...failedTurn, ...restartOf('hang') },
  },
  {
    what: 'crashes before it answers',
    message: '#1 complain; crash 3',
    gets: /^process-died: solo-1 ended with exit code 3 before it had answered.*something is wrong/,
    series: { ...failedTurn, ...restartOf('crash') },
  },
  {
    what: 'crashes in the middle of an answer',
    message: '#1 respond; break-off; crash 4',
    gets: /^process-died: solo-1 ended with exit code 4/,
    series: {
      ...turnOf('error'),
      ...responses(1),
      'responses_total solo,claude-opus-5,error': 1,
      ...restartOf('crash'),
    },
  },
  {
    what: 'crashes after an answer',
    message: '#1 after crash 5',
    gets: /^answer$/,
    series: { ...answered, ...restartOf('crash') },
  },
  {
    what: 'crashes in the middle of a line',
    message: '#1 half-line; crash 6',
    gets: /^process-died: solo-1 ended with exit code 6/,
    series: { ...failedTurn, ...restartOf('crash'), ...unreadable(1) },
  },
  {
    what: 'is killed',
    message: '#1 die',
    gets: /^process-died: solo-1 was ended by SIGKILL/,
    series: { ...failedTurn, ...restartOf('killed') },
  },
  {
    what: 'ends by itself without an answer',
    message: '#1 exit',
    gets: /^process-died: solo-1 ended with exit code 0/,
    series: { ...failedTurn, ...restartOf('clean') },
  },
  {
    what: 'writes some garbage',
    message: '#1 garbage 3',
    gets: /^answer to 1$/,
    series: { ...answered, ...unreadable(3) },
  },
  {
    what: 'writes nothing but garbage',
    message: '#1 garbage 25; hang',
    gets: /^process-died: solo-1 was ended by SIGTERM/,
    series: { ...failedTurn, ...restartOf('unhealthy'), ...unreadable(25) },
  },
  {
    what: 'writes a line of 50 MB',
    message: '#1 huge-line 50',
    gets: /^answer to 1$/,
    series: answered,
  },
  {
    what: 'closes its input',
    message: '#1 after close-input; hang',
    gets: /^answer$/,
    series: answered,
  },
  {
    what: 'leaves a child in a group of its own, which holds on to the pipes',
    message: '#1 orphan; crash 7',
    gets: /^process-died: solo-1 ended with exit code 7/,
    series: { ...failedTurn, ...restartOf('crash') },
  },
];

describe('what a message gets, and what the metrics say, when an agent', () => {
  const stage = useAgents();

  it.each(faults)('$what', async ({ message, gets, series }) => {
    const agents = stage.manager({ processes: { solo: 1 } });
    await agents.start();
    const before = countedSeries(agents.monitor, measured);
    expect(await outcomeOf(agents, message)).toMatch(gets);
    const restarts = sum(series, 'restarts_total');
    await until(() => agents.processes()[0]?.restarts === restarts, 'it was restarted');
    await until(() => agents.processes()[0]?.state === 'ready', 'it is ready');
    const after = countedSeries(agents.monitor, measured);
    expect(moved(before, after)).toEqual(series);
  });
});

function sum(series: Readonly<Record<string, number>>, name: string): number {
  const entries = Object.entries(series).filter(([key]) => key.startsWith(name));
  return entries.reduce((total, [, value]) => total + value, 0);
}

async function outcomeOf(agents: ClaudeCodeManager, message: string): Promise<string> {
  const timeoutMs = /hang|spin/.test(message) ? 500 : 20_000;
  try {
    return (await agents.send(message, { timeoutMs })).text;
  } catch (error) {
    if (!(error instanceof ManagerError)) throw error;
    return `${error.reason}: ${error.message} ${error.complaint ?? ''}`;
  }
}
