import { join } from 'node:path';
import { ClaudeCodeManager, ManagerError } from '@turnscope/claude-code';
import { PerformanceMonitor } from '@turnscope/core';
import { type Draw, pseudoRandom } from '../../bench/harness/pseudo-random.ts';
import { agentEnvironment } from '../../packages/claude-code/test/support/agent-environment.ts';
import { workspace } from '../../scripts/run-command.ts';
import { drawKind } from './message-mix.ts';

export interface SoakOptions {
  readonly seconds: number;
  readonly seed: number;
  /** Empty. */
  readonly folder: string;
}

/** What became of one message. `times` should be 1. */
export interface Outcome {
  readonly id: string;
  times: number;
  answered: boolean;
  reason: string | undefined;
  attempts: number;
}

export interface SoakRun extends Pick<SoakOptions, 'folder'> {
  readonly outcomes: readonly Outcome[];
  readonly monitor: PerformanceMonitor;
  /** Of the heap in use after a collection, when the pool had warmed up and at the end, in bytes. */
  readonly heap: readonly [early: number, late: number];
}

const standIn = join(workspace, 'packages/claude-code/test/support/stand-in/main.ts');
/** Messages on their way. */
const usually = 25;
/** Now and then more come than processes and queue can hold, so that some are refused. */
const inABurst = 45;
const burstShare = 0.01;
const queueLimit = 33;
const pauseMs = 5;

/** Sends messages to five agents until the time is over, and then waits for what is on its way. */
export async function soak({ seconds, seed, folder }: SoakOptions): Promise<SoakRun> {
  const draw = pseudoRandom(seed);
  const monitor = new PerformanceMonitor({ sources: [], processTypes: [], zeroHoldSeconds: 0 });
  const outcomes: Outcome[] = [];
  const agents = new ClaudeCodeManager({
    monitor,
    command: process.execPath,
    args: [standIn, '--include-partial-messages'],
    environment: agentEnvironment(folder),
    inFlight: 'retry',
    queueLimit,
    backOff: { firstDelayMs: 5, longestDelayMs: 50 },
    restarts: { restarts: 1_000_000 },
    resources: { memoryBytes: 300 * 1024 * 1024 },
    graceMs: 3_000,
    healthIntervalMs: 250,
    outside: { random: pseudoRandom(seed + 1) },
  });
  await agents.start();
  const end = performance.now() + seconds * 1000;
  const isWarm = performance.now() + seconds * 250;
  let early = Number.NaN;
  const onTheirWay = new Set<Promise<void>>();
  while (performance.now() < end) {
    if (Number.isNaN(early) && performance.now() > isWarm) early = heapInUse();
    const most = draw() < burstShare ? inABurst : usually;
    while (onTheirWay.size < most) {
      const sent: Promise<void> = send(agents, draw, outcomes).then(
        () => void onTheirWay.delete(sent),
      );
      onTheirWay.add(sent);
    }
    await new Promise((done) => setTimeout(done, pauseMs));
  }
  await Promise.all(onTheirWay);
  // A process that is ended before it could write down that it started would be one that nobody knows of.
  await until(() => agents.processes().every(({ state }) => state === 'ready'));
  await agents.shutdown();
  await until(() => !process.getActiveResourcesInfo().includes('ProcessWrap'));
  // The outcomes grow by design and are not what is looked for.
  const late = heapInUse();
  return { folder, outcomes, monitor, heap: [early, late] };
}

async function send(agents: ClaudeCodeManager, draw: Draw, outcomes: Outcome[]): Promise<void> {
  const id = String(outcomes.length + 1);
  const { steps, timeoutMs = 60_000, abortMs } = drawKind(draw);
  const processType = draw() < 0.8 ? 'tactical' : 'strategic';
  const outcome: Outcome = { id, times: 0, answered: false, reason: undefined, attempts: 0 };
  outcomes.push(outcome);
  const giveUp = new AbortController();
  const timer = abortMs === undefined ? undefined : setTimeout(() => giveUp.abort(), abortMs);
  try {
    const { signal } = giveUp;
    const answer = await agents.send(`#${id} ${steps}`, { processType, timeoutMs, signal });
    outcome.times += 1;
    outcome.answered = true;
    outcome.attempts = answer.retried ? 2 : 1;
  } catch (error) {
    outcome.times += 1;
    outcome.reason = error instanceof ManagerError ? error.reason : String(error);
    outcome.attempts = error instanceof ManagerError ? error.attempts : Number.NaN;
  } finally {
    clearTimeout(timer);
  }
}

function heapInUse(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

/** Waits for what nobody tells, ten seconds at most: the verdict says what is missing. */
async function until(holds: () => boolean): Promise<void> {
  for (let waited = 0; !holds() && waited < 10_000; waited += 20) {
    await new Promise((done) => setTimeout(done, 20));
  }
}
