// What an evaluation of all signals and alerts takes, and a report: with 1,000 rows, after 10,000 turns.

import { PerformanceMonitor } from '@turnscope/core';
import { median } from '../harness/median.ts';
import { pseudoRandom } from '../harness/pseudo-random.ts';

const processTypes = ['strategic', 'tactical', 'subagent', 'reviewer'];
const models = Array.from({ length: 28 }, (_, at) => `model-${at}`);
const turns = 10_000;
const intervalSeconds = 15;
/** A day of evaluations, so that the ring is as full as it gets. */
const evaluations = 5_760;

let now = Date.UTC(2026, 10, 1);
const random = pseudoRandom(20261127);
const monitor = new PerformanceMonitor({
  clock: { now: () => now },
  thresholds: { profile: 'coding-agent' },
});

for (const processType of processTypes) {
  for (const model of models) record(processType, model, 0);
}
const evaluationTimes: number[] = [];
for (let round = 0; round < evaluations; round += 1) {
  const due =
    Math.floor((turns * (round + 1)) / evaluations) - Math.floor((turns * round) / evaluations);
  for (let at = 0; at < due; at += 1) record(pick(processTypes), pick(models), round);
  now += intervalSeconds * 1000;
  evaluationTimes.push(milliseconds(() => monitor.evaluate()));
}
const reportTimes = Array.from({ length: 41 }, () =>
  milliseconds(() => monitor.report({ seconds: 86_400 })),
);
const { rows, ringBytes } = monitor.report({ seconds: 86_400 }).overhead;
console.log(
  JSON.stringify({
    rows,
    ringBytes,
    evaluationMilliseconds: median(evaluationTimes),
    reportMilliseconds: median(reportTimes),
  }),
);

function record(processType: string, model: string, at: number): void {
  monitor.recordExchange({
    conversationId: `conversation-${at % 500}`,
    processType,
    model,
    outcome: random() < 0.95 ? 'success' : 'error',
    durationSeconds: Math.exp(1 + 2 * random()),
    tokens: { input: 100, output: 200, cacheRead: 3_000, cacheCreation: 50 },
  });
}

function pick<Item>(items: readonly Item[]): Item {
  return items[Math.floor(random() * items.length)] as Item;
}

function milliseconds(work: () => unknown): number {
  const start = process.hrtime.bigint();
  work();
  return Number(process.hrtime.bigint() - start) / 1e6;
}
