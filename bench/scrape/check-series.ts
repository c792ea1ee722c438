import type { ScrapeSubjects } from './subjects.ts';

/**
 * Throws an Error unless the library shows so many histograms, and Turnscope at least as many: an SDK with a limit would
 * have less to write. Turnscope may have the siblings of the last one, whose outcomes are other ones.
 */
export async function checkSeries(subjects: ScrapeSubjects, asked: number): Promise<void> {
  const { library, collect } = subjects;
  const theirs = (await library.text()).match(/^\w+_count\{/gm)?.length;
  const ours = collect().families.reduce((sum, { series }) => sum + series.length, 0);
  if (theirs !== asked || ours < asked)
    throw new Error(`${library.name} has ${theirs} histograms, Turnscope ${ours}, not ${asked}`);
}
