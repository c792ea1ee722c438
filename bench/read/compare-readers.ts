import { median } from '../harness/median.ts';
import type { Corpus } from './corpus.ts';
import type { Cost, Reader } from './readers.ts';

/** What a reader cost, over all rounds. */
interface Reading extends Cost {
  readonly name: string;
  readonly megabytesPerSecond: number;
  /** Processor time of each round. */
  readonly rounds: readonly number[];
  /** Beside the first reader's. */
  readonly ratio: number;
}

/** What was read, and what each reader cost. */
export interface ReadingResults {
  readonly megabytes: number;
  readonly readings: readonly Reading[];
}

/**
 * Lets every reader read the corpus in every round, each in a process of its own, in rotated order,
 * and compares inside the round. A reader that is not there is left out.
 */
export function compareReaders(
  readers: readonly Reader[],
  corpus: Corpus,
  rounds: number,
): ReadingResults {
  const costs = readers.map((): (Cost | undefined)[] => []);
  for (let round = 0; round < rounds; round += 1) {
    for (let turn = 0; turn < readers.length; turn += 1) {
      const index = (turn + round) % readers.length;
      const own = costs[index];
      if (own !== undefined) own[round] = readers[index]?.read(corpus);
    }
  }
  const megabytes = corpus.bytes / 1e6;
  const first = secondsOf(known(costs[0] ?? []));
  const readings = readers.flatMap(({ name }, index) => {
    const own = known(costs[index] ?? []);
    if (own.length < rounds) return [];
    const seconds = secondsOf(own);
    const cpuSeconds = median(seconds);
    const peakMegabytes = median(own.map((cost) => cost.peakMegabytes));
    const megabytesPerSecond = megabytes / cpuSeconds;
    const ratio = ratioOf(seconds, first);
    return [{ name, cpuSeconds, peakMegabytes, megabytesPerSecond, rounds: seconds, ratio }];
  });
  return { megabytes, readings };
}

/** Median over the rounds of one reader's processor time beside another's in the same round. */
export function ratioOf(seconds: readonly number[], base: readonly number[]): number {
  return median(seconds.map((own, round) => own / (base[round] ?? Number.NaN)));
}

function secondsOf(costs: readonly Cost[]): readonly number[] {
  return costs.map(({ cpuSeconds }) => cpuSeconds);
}

function known(costs: readonly (Cost | undefined)[]): readonly Cost[] {
  return costs.filter((cost) => cost !== undefined);
}
