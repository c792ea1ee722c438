// A scrape of prom-client's registry: Turnscope's store in it, beside the same series in prom-client's own metrics.
// Argument: how many models there are, and with them series.

import { PerformanceMonitor } from '@turnscope/core';
import { registerTurnscope } from '@turnscope/prom-client';
import { Registry } from 'prom-client';
import { interleave } from '../harness/interleave.ts';
import { nativeTwin } from '../scrape/native-twin.ts';

const models = Number(process.argv[2] ?? 4);
const processTypes = ['strategic', 'tactical', 'subagent', 'compaction'];

const monitor = new PerformanceMonitor({ labelLimits: { model: models + 2 }, rowLimit: 1e6 });
for (const processType of processTypes) {
  for (let model = 0; model < models; model += 1) record(processType, `claude-model-${model}`);
}
const own = new Registry();
registerTurnscope(own, monitor);
const native = nativeTwin(monitor.collect());

const lines = await linesOf(own);
if (lines !== (await linesOf(native))) throw new Error('the two do not show the same series');
const variants = [
  { name: 'prom-client', run: (amount: number) => scrape(native, amount) },
  { name: 'Turnscope', run: (amount: number) => scrape(own, amount) },
];
// As many scrapes as take about a fifth of a second.
const amount = Math.max(1, Math.round(50_000 / lines));
const measurements = await interleave(variants, { amount, rounds: 21, base: 'prom-client' });
console.log(JSON.stringify({ lines, measurements }));

function record(processType: string, model: string): void {
  for (let at = 0; at < 40; at += 1) {
    monitor.recordExchange({
      conversationId: `conversation-${at}`,
      processType,
      model,
      outcome: at % 10 === 0 ? 'error' : 'success',
      durationSeconds: 0.3 * 1.2 ** at,
      contextTokens: 1_000 * (at + 1),
      tokens: { input: 100 + at, output: 200, cacheRead: 3_000, cacheCreation: 50 },
    });
  }
}

async function scrape(registry: Registry, amount: number): Promise<void> {
  for (let time = 0; time < amount; time += 1) await registry.metrics();
}

/** Lines that are samples. */
async function linesOf(registry: Registry): Promise<number> {
  const text = await registry.metrics();
  return text.split('\n').filter((line) => line !== '' && !line.startsWith('#')).length;
}
