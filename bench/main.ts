// Measures Turnscope beside the libraries. `--check` only compares with the goals and writes nothing.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Goal, isFailed, isMet } from './goals.ts';
import { goalsOf, measure, measureIdle, measureReading, readingGoals } from './measure.ts';
import { readingChapter } from './read/reading-chapter.ts';
import { benchmarksPage } from './report/benchmarks-page.ts';
import { describeMachine } from './report/machine.ts';
import { measureLargeProtobuf } from './scrape/measure-scrapes.ts';
import { scrapeChapter } from './scrape/scrape-chapter.ts';

const results = measure();
const goals = goalsOf(results);

if (process.argv.includes('--check')) {
  for (const goal of goals) console.log(line(goal, isFailed(goal) ? 'FAILED' : verdictOf(goal)));
  process.exitCode = goals.some(isFailed) ? 1 : 0;
} else {
  const reading = measureReading();
  const all = [...goals, ...readingGoals(reading)];
  for (const goal of all) console.log(line(goal, verdictOf(goal)));
  const page = benchmarksPage(describeMachine(), results, all);
  const file = join(import.meta.dirname, '..', 'docs', 'benchmarks.md');
  const scraping = scrapeChapter(results.scrapes, measureLargeProtobuf());
  writeFileSync(file, `${page}\n${scraping}\n${readingChapter(reading, measureIdle())}`);
}

function verdictOf(goal: Goal): string {
  return isMet(goal) ? 'met' : 'missed';
}

function line({ measured, goal, unit, what }: Goal, verdict: string): string {
  return `${verdict.padEnd(7)} ${measured.toFixed(3)} of ${goal} ${unit}: ${what}`;
}
