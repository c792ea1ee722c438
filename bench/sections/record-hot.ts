// Recording in a busy process: every variant warm, thousands of exchanges one after the other.

import { interleave } from '../harness/interleave.ts';
import { createOpenTelemetry } from '../record/subjects/opentelemetry.ts';
import { createPromClient } from '../record/subjects/prom-client.ts';
import { createEvaluatedTurnscope, createTurnscope } from '../record/subjects/turnscope.ts';
import { variantOf } from '../record/variant.ts';
import { exchanges, happeningNow } from '../record/workload.ts';

const kind = process.argv[2] === 'session' ? 'session' : 'mixed';
const work = exchanges(kind, 2048);
const variants = [
  variantOf('prom-client', work, createPromClient()),
  variantOf('OpenTelemetry SDK', work, createOpenTelemetry()),
  variantOf('Turnscope', work, createTurnscope()),
  variantOf('Turnscope, evaluated', happeningNow(work), createEvaluatedTurnscope()),
  variantOf('Turnscope, off', work, createTurnscope(false)),
];
const options = { amount: 50_000, rounds: 21, base: 'prom-client' };
console.log(JSON.stringify(await interleave(variants, options)));
