import { describe, expect, it } from '@jest/globals';
import { catalogue } from '@turnscope/core';
import { cellCount, metricsOf, offsetOf, rowSize } from '../../src/catalogue/layout.ts';
import { turnsTotal } from '../../src/catalogue/metrics/turns.ts';
import { type RowKind, rowKinds } from '../../src/catalogue/row-kinds.ts';

describe('the layout of rows', () => {
  it('puts the cells of turns one after the other', () => {
    // count 1, duration 16 + 2, active duration 16 + 2, zones 3, responses 10 + 2
    expect(metricsOf('turn').map(offsetOf)).toEqual([0, 1, 19, 37, 40]);
    expect(rowSize('turn')).toBe(52);
  });

  it.each(Object.keys(rowKinds) as RowKind[])('leaves no cell of %s free or shared', (kind) => {
    const cells = metricsOf(kind).flatMap((metric) =>
      Array.from({ length: cellCount(metric) }, (_, at) => offsetOf(metric) + at),
    );
    expect(cells).toEqual(Array.from({ length: rowSize(kind) }, (_, at) => at));
  });

  it('has a place for each metric of the catalogue only', () => {
    expect(catalogue.map(offsetOf).every((offset) => offset >= 0)).toBe(true);
    expect(() => offsetOf({ ...turnsTotal })).toThrow(
      'turnscope_turns_total is not in the catalogue',
    );
  });
});
