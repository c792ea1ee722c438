// Recording in a process that does other things: one exchange every few milliseconds, caches full of JSON.

import { median } from '../harness/median.ts';
import { createOpenTelemetry } from '../record/subjects/opentelemetry.ts';
import { createPromClient } from '../record/subjects/prom-client.ts';
import { createTurnscope } from '../record/subjects/turnscope.ts';
import { exchanges } from '../record/workload.ts';

const work = exchanges('mixed', 2048);
const json = JSON.stringify(exchanges('mixed', 2048));
const subjects = [
  { name: 'prom-client', record: createPromClient(), times: [] as number[] },
  { name: 'OpenTelemetry SDK', record: createOpenTelemetry(), times: [] as number[] },
  { name: 'Turnscope', record: createTurnscope(), times: [] as number[] },
];

for (const [index, exchange] of work.slice(0, 400).entries()) {
  for (let turn = 0; turn < subjects.length; turn += 1) {
    const subject = subjects[(index + turn) % subjects.length];
    JSON.parse(json);
    const start = process.hrtime.bigint();
    subject?.record(exchange);
    subject?.times.push(Number(process.hrtime.bigint() - start));
  }
}

const base = median(subjects[0]?.times ?? []);
console.log(
  JSON.stringify(
    subjects.map(({ name, times }) => {
      const nanoseconds = median(times);
      return { name, nanoseconds, ratio: nanoseconds / base };
    }),
  ),
);
