// Eight callers that each build their exchange in another way: the recorder meets eight object shapes.

import { interleave } from '../harness/interleave.ts';
import { createOpenTelemetry } from '../record/subjects/opentelemetry.ts';
import { createPromClient } from '../record/subjects/prom-client.ts';
import { createTurnscope } from '../record/subjects/turnscope.ts';
import { variantOf } from '../record/variant.ts';
import { type Exchange, exchanges } from '../record/workload.ts';

const work = exchanges('mixed', 2048).map((exchange, index) => reshape(exchange, index % 8));
const variants = [
  variantOf('prom-client', work, createPromClient()),
  variantOf('OpenTelemetry SDK', work, createOpenTelemetry()),
  variantOf('Turnscope', work, createTurnscope()),
];
const options = { amount: 50_000, rounds: 21, base: 'prom-client' };
console.log(JSON.stringify(await interleave(variants, options)));

/** The same fields in another order, and one more of the caller's own: a hidden class of its own. */
function reshape(exchange: Exchange, shape: number): Exchange {
  const fields = Object.entries(exchange);
  const rotated = [...fields.slice(shape), [`own${shape}`, shape], ...fields.slice(0, shape)];
  return Object.fromEntries(rotated) as Exchange;
}
