import { median } from '../harness/median.ts';
import type { Corpus } from './corpus.ts';
import type { Cost, Reader } from './readers.ts';

/** What a reader cost, over all rounds. */
interface Reading extends Cost {
  readonly name: string;
  readonly megabytesPerSecond: number;
  /** Median over the rounds of the processor time beside the first reader's in the same round. */
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
  const readings = readers.flatMap(({ name }, index) => {
    const own = known(costs[index] ?? []);
    if (own.length < rounds) return [];
    const cpuSeconds = median(own.map((cost) => cost.cpuSeconds));
    const peakMegabytes = median(own.map((cost) => cost.peakMegabytes));
    const ratios = own.map(
      (cost, round) => cost.cpuSeconds / (costs[0]?.[round]?.cpuSeconds ?? Number.NaN),
    );
    const megabytesPerSecond = megabytes / cpuSeconds;
    return [{ name, cpuSeconds, peakMegabytes, megabytesPerSecond, ratio: median(ratios) }];
  });
  return { megabytes, readings };
}

function known(costs: readonly (Cost | undefined)[]): readonly Cost[] {
  return costs.filter((cost) => cost !== undefined);
}
