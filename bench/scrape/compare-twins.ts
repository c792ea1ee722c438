import { interleave, type Measurement } from '../harness/interleave.ts';

/** One way to answer a scrape in a library's own text. */
export interface Twin {
  readonly name: string;
  text(): Promise<string>;
}

/** What one scrape takes, and how many lines with a number it has. */
export interface TwinScrape {
  readonly lines: number;
  readonly measurements: readonly Measurement[];
}

/**
 * Lets a library answer for its own metrics and for Turnscope's, and others beside them. Throws an Error when the two do
 * not show as many samples.
 */
export async function compareTwins(
  native: Twin,
  turnscope: Twin,
  ...others: readonly Twin[]
): Promise<TwinScrape> {
  const lines = samplesIn(await turnscope.text());
  if (lines !== samplesIn(await native.text()))
    throw new Error('the two do not show the same series');
  const variants = [native, turnscope, ...others].map(({ name, text }) => ({
    name,
    async run(amount: number) {
      for (let time = 0; time < amount; time += 1) await text();
    },
  }));
  // As many scrapes as take about a fifth of a second.
  const amount = Math.max(1, Math.round(50_000 / lines));
  return {
    lines,
    measurements: await interleave(variants, { amount, rounds: 21, base: native.name }),
  };
}

function samplesIn(text: string): number {
  return text.split('\n').filter((line) => line !== '' && !line.startsWith('#')).length;
}
