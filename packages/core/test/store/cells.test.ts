import { describe, expect, it } from '@jest/globals';
import { offsetOf, rowSize } from '../../src/catalogue/layout.ts';
import { compactionDuration, compactionsTotal } from '../../src/catalogue/metrics/compactions.ts';
import { HistogramCells } from '../../src/store/cells.ts';

/** Bounds 1 2 5 10 20 30 45 60 90 120 180 240 480. */
const histogram = HistogramCells.of(compactionDuration);
const offset = offsetOf(compactionDuration);

describe('a histogram in a row', () => {
  it.each([
    [0, 0],
    [1, 0],
    [1.0000001, 1],
    [2, 1],
    [480, 12],
    [480.1, 13],
    [1e15, 13],
  ])('counts %d in bucket %d', (value, bucket) => {
    const cells = new Float64Array(rowSize('compaction'));
    histogram.observe(cells, value);
    expect(cells[offset + bucket]).toBe(1);
    expect(cells[offset + 14]).toBe(value);
    expect(cells.reduce((sum, cell) => sum + cell)).toBe(1 + value);
  });

  it('needs a ladder', () => {
    expect(() => HistogramCells.of(compactionsTotal)).toThrow(
      'metric turnscope_compactions_total has no ladder',
    );
  });
});
