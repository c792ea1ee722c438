import type { ResponseTokens } from '../../transcripts/parse/transcript-line.ts';

/** The larger of each count: messages of one response repeat their counts, and the last has the most. */
export function largerTokens(left: ResponseTokens, right: ResponseTokens): ResponseTokens {
  return {
    input: Math.max(left.input, right.input),
    output: Math.max(left.output, right.output),
    cacheRead: Math.max(left.cacheRead, right.cacheRead),
    cacheCreation: Math.max(left.cacheCreation, right.cacheCreation),
  };
}

/** What `now` has more than `before`, whose counts are all at most as large; undefined when that is nothing. */
export function tokenGrowth(
  before: ResponseTokens,
  now: ResponseTokens,
): ResponseTokens | undefined {
  const growth = {
    input: now.input - before.input,
    output: now.output - before.output,
    cacheRead: now.cacheRead - before.cacheRead,
    cacheCreation: now.cacheCreation - before.cacheCreation,
  };
  const { input, output, cacheRead, cacheCreation } = growth;
  return input + output + cacheRead + cacheCreation === 0 ? undefined : growth;
}
