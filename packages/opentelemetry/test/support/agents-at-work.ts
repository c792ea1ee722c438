import { type AgentEvent, PerformanceMonitor } from '@turnscope/core';

/** Noon of an ordinary day: epoch milliseconds. */
export const noon = Date.UTC(2026, 7, 3, 12);

/** A monitor that was evaluated once, on a clock that is moved by hand; it shows what is new at once. */
export function createMonitor() {
  let now = noon;
  const monitor = new PerformanceMonitor({
    clock: { now: () => now },
    sources: ['code', 'processes', 'transcripts', 'server', 'notifier'],
    labels: { project: ['shop', 'a "quoted" \\ name'] },
    zeroHoldSeconds: 0,
  });
  monitor.evaluate();
  const pass = (seconds: number) => {
    now += seconds * 1000;
  };
  return { monitor, pass };
}

const inC1 = { conversationId: 'c1', processType: 'tactical' } as const;
const success = { ...inC1, outcome: 'success' } as const;

/** Something of everything. */
const work: readonly AgentEvent[] = [
  {
    ...{ ...success, type: 'exchange', model: 'opus', durationSeconds: 1.5, contextTokens: 25_000 },
    ...{ timeToFirstTokenSeconds: 0.3, tokens: { input: 10, output: 20 }, costUsd: 0.25 },
    labels: { project: 'shop' },
  },
  { ...success, type: 'response', model: 'a "quoted"\nmodel', durationSeconds: 700 },
  { ...success, type: 'response-update', model: 'opus', contextTokens: 9_000 },
  {
    ...{ ...inC1, type: 'turn', outcome: 'error', durationSeconds: 40, responses: 3 },
    ...{ activeDurationSeconds: 20, labels: { project: 'a "quoted" \\ name' } },
  },
  { ...inC1, type: 'retry', reason: 'overloaded' },
  { ...success, type: 'tool-call', tool: 'Bash', durationSeconds: 3 },
  { ...success, type: 'tool-call', tool: 'Read', durationSeconds: 7 * 3600 },
  {
    ...{ ...success, type: 'compaction', trigger: 'manual', durationSeconds: 60 },
    ...{ tokensBefore: 160_000, tokensAfter: 48_000, preserved: true, responsesSincePrevious: 4 },
  },
  { type: 'process-start', processType: 'tactical', kind: 'fresh', startupSeconds: 1.2 },
  { type: 'process-exit', processType: 'tactical', reason: 'crash' },
  { type: 'restart', processType: 'tactical', reason: 'crash', outcome: 'success' },
  { ...inC1, type: 'conversation-start', conversationId: 'c2' },
  { type: 'conversation-end', conversationId: 'c1' },
  { ...success, type: 'turn', durationSeconds: -1 },
];

/** Some agents do something of everything, many times. */
export function workOn(monitor: PerformanceMonitor): void {
  for (let times = 0; times < 12; times += 1) for (const event of work) monitor.record(event);
}
