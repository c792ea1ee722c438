/**
 * Upper bounds of histogram buckets, ascending, without the last one (+Inf).
 * Ladders are fixed: hosts with different edges cannot be summed, so any change is a new major
 * version and no configuration reaches them.
 */
export interface Ladder {
  readonly bounds: readonly number[];
  /** Why these edges. */
  readonly reason: string;
}

export const responseLadder: Ladder = {
  bounds: [0.5, 1, 2, 3, 4, 5, 7.5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 300, 600],
  reason:
    'Real responses have p50 5 s, p95 21 s and p99 47 s; the edges hold the latency limits of both profiles.',
};

export const turnLadder: Ladder = {
  bounds: [1, 2, 5, 10, 20, 30, 60, 120, 180, 300, 600, 900, 1200, 1800, 2700, 3600],
  reason: '57 % of real turns last over a minute and p95 is 18 minutes.',
};

export const compactionLadder: Ladder = {
  bounds: [1, 2, 5, 10, 20, 30, 45, 60, 90, 120, 180, 240, 480],
  reason: 'Real compactions take 23 to 127 s; the edges hold the limits of both profiles.',
};

export const ratioLadder: Ladder = {
  bounds: Array.from({ length: 20 }, (_, index) => (index + 1) / 20),
  reason: 'Steps of 5 %: ratios run from 0 to 1, and a quantile is at most one step off.',
};

export const firstTokenLadder: Ladder = {
  bounds: [0.1, 0.25, 0.5, 0.75, 1, 1.5, 2, 3, 5, 7.5, 10, 15, 20, 30, 60],
  reason: 'The first token comes within a few seconds or not soon at all.',
};

export const toolLadder: Ladder = {
  bounds: [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 600, 1800, 3600],
  reason:
    'Reading a file takes milliseconds, a test suite minutes, a permission prompt as long as people do.',
};

export const startupLadder: Ladder = {
  bounds: [0.1, 0.25, 0.5, 1, 2, 5, 10, 20, 30, 60],
  reason: 'A process is ready within seconds or has a problem.',
};

export const contextLadder: Ladder = {
  bounds: [
    5_000, 10_000, 20_000, 30_000, 40_000, 60_000, 80_000, 100_000, 120_000, 140_000, 160_000,
    180_000, 200_000, 300_000, 500_000, 750_000, 1_000_000,
  ],
  reason:
    'Sessions begin at 20 k, compactions of a 200 k window happen from 155 k; 1 M windows exist.',
};

export const countLadder: Ladder = {
  bounds: [1, 2, 3, 5, 10, 20, 50, 100, 200, 500],
  reason: 'Responses in a turn have p50 5 and p95 40; 1 stands alone because it is an exchange.',
};
