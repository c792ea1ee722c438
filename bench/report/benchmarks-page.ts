import { type Goal, isMet } from '../goals.ts';
import type { Measurement } from '../harness/interleave.ts';
import { managerChapter } from '../manager/manager-chapter.ts';
import type { Results } from '../measure.ts';
import { detailsChapter } from '../record/details-chapter.ts';
import { openTelemetryChapter } from '../scrape/opentelemetry-chapter.ts';
import { promClientChapter } from '../scrape/prom-client-chapter.ts';
import { streamChapter } from '../stream/stream-chapter.ts';

/** docs/benchmarks.md: what was measured, on which machine, and how to read it. */
export function benchmarksPage(machine: string, results: Results, goals: readonly Goal[]): string {
  return `# Benchmarks

Written by \`pnpm bench\`. Machine: ${machine}.

Every variant runs in every round, in rotated order; ratios are taken inside a round, and the median over
the rounds is shown. Machines are noisy: read ratios, not times. \`pnpm bench --check\` fails beyond twice
a goal.

## Goals

| what | goal | measured | |
|---|---:|---:|---|
${goals.map(goalRow).join('\n')}

## Recording an exchange

One exchange moves thirteen series of prom-client or the OpenTelemetry SDK in hand-written code, which
validates nothing. Turnscope also validates the event, keeps its table of conversations and checks for
breaches. Its families and labels are fixed, the libraries are general; this is where the difference comes
from.

Busy process, long runs of one process type and model (what a real agent does):

${table(results.session)}

Busy process, every exchange of another process type, model and outcome (the worst case):

${table(results.mixed)}

The same, from callers that build their objects in eight different ways:

${table(results.shapes)}

One exchange every few milliseconds, with 0.6 MB of JSON parsed in between (caches cold):

${table(results.cold)}

${detailsChapter(results.details)}
Bytes left for the garbage collector by one recording:

| | bytes |
|---|---:|
${results.allocation.map(({ name, bytes }) => `| ${name} | ${bytes} |`).join('\n')}

## Evaluating

With ${results.evaluation.rows.toLocaleString('en')} rows and a day of history (${(results.evaluation.ringBytes / 1e6).toFixed(1)} MB) one evaluation of all signals and alerts
takes ${results.evaluation.evaluationMilliseconds.toFixed(2)} ms, four times a minute, and a report over the day and its 10,000 turns ${results.evaluation.reportMilliseconds.toFixed(1)} ms
(medians). "Evaluated" above is recording with an evaluation after every 100,000 exchanges.

${promClientChapter(results.promClientScrapes)}
${openTelemetryChapter(results.openTelemetryScrapes)}
${streamChapter(results.streams)}
${managerChapter(results.manager)}
## Import

Importing the published bundle of \`@turnscope/core\` in a fresh process takes ${results.importMilliseconds.toFixed(1)} ms
(median of 15). It loads no other package.
`;
}

function goalRow(goal: Goal): string {
  const { what, unit, goal: limit, measured } = goal;
  const show = (value: number) =>
    unit === 'ratio' ? value.toFixed(3) : `${value.toFixed(1)} ${unit}`;
  return `| ${what} | ${show(limit)} | ${show(measured)} | ${isMet(goal) ? 'met' : 'missed'} |`;
}

function table(rows: readonly Measurement[]): string {
  const lines = rows.map(
    ({ name, nanoseconds, ratio }) =>
      `| ${name} | ${nanoseconds.toFixed(0)} ns | ${ratio.toFixed(3)} |`,
  );
  return ['| | time | ratio |', '|---|---:|---:|', ...lines].join('\n');
}
