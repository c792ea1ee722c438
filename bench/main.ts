// Measures Turnscope beside the libraries. `--check` only compares with the goals and writes nothing.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isFailed, isMet } from './goals.ts';
import { goalsOf, measure } from './measure.ts';
import { benchmarksPage } from './report/benchmarks-page.ts';
import { describeMachine } from './report/machine.ts';

const verdicts = ['missed', 'met'];
const results = measure();
const goals = goalsOf(results);
for (const goal of goals) {
  const verdict = isFailed(goal) ? 'FAILED' : (verdicts[Number(isMet(goal))] ?? '');
  console.log(
    `${verdict.padEnd(7)} ${goal.measured.toFixed(3)} of ${goal.goal} ${goal.unit}: ${goal.what}`,
  );
}

if (process.argv.includes('--check')) {
  process.exitCode = goals.some(isFailed) ? 1 : 0;
} else {
  const page = join(import.meta.dirname, '..', 'docs', 'benchmarks.md');
  writeFileSync(page, benchmarksPage(describeMachine(), results, goals));
}
