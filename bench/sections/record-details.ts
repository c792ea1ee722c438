// What recording costs while details of single observations are kept. A process of its own: a monitor without them
// would be measured as one of two kinds otherwise.

import { interleave } from '../harness/interleave.ts';
import { createPromClient } from '../record/subjects/prom-client.ts';
import { createDetailedTurnscope } from '../record/subjects/turnscope.ts';
import { variantOf } from '../record/variant.ts';
import { exchanges } from '../record/workload.ts';

const [kind, kept] = process.argv.slice(2);
const work = exchanges(kind === 'session' ? 'session' : 'mixed', 2048);
const details = kept === 'exemplars' ? { exemplars: true } : { nativeHistograms: true };
const variants = [
  variantOf('prom-client', work, createPromClient()),
  variantOf(`Turnscope, ${kept}`, work, createDetailedTurnscope(details)),
];
const options = { amount: 50_000, rounds: 21, base: 'prom-client' };
console.log(JSON.stringify(await interleave(variants, options)));
