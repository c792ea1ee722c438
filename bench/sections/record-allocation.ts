// What a recording leaves behind for the garbage collector. Run with a young generation that is never full.

import { createOpenTelemetry } from '../record/subjects/opentelemetry.ts';
import { createPromClient } from '../record/subjects/prom-client.ts';
import { createDetailedTurnscope, createTurnscope } from '../record/subjects/turnscope.ts';
import { variantOf } from '../record/variant.ts';
import { exchanges } from '../record/workload.ts';

const work = exchanges('mixed', 2048);
const amount = 20_000;
const variants = [
  variantOf('prom-client', work, createPromClient()),
  variantOf('OpenTelemetry SDK', work, createOpenTelemetry()),
  variantOf('Turnscope', work, createTurnscope()),
  variantOf(
    'Turnscope, exemplars and native histograms',
    work,
    createDetailedTurnscope({ exemplars: true, nativeHistograms: true }),
  ),
];
console.log(
  JSON.stringify(variants.map((variant) => ({ name: variant.name, bytes: bytesOf(variant) }))),
);

/** The least of several tries: the compiler, which works beside, also leaves something now and then. */
function bytesOf({ run }: (typeof variants)[number]): number {
  run(400_000);
  const tries = Array.from({ length: 5 }, () => {
    globalThis.gc?.();
    const before = process.memoryUsage().heapUsed;
    run(amount);
    return process.memoryUsage().heapUsed - before;
  });
  return Math.max(0, Math.round(Math.min(...tries) / amount));
}
