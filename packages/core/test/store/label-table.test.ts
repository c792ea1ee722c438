import { describe, expect, it } from '@jest/globals';
import { LabelTable } from '../../src/store/label-table.ts';

describe('an open label', () => {
  it('numbers values in the order in which they come, after other, unknown and none', () => {
    const table = LabelTable.open(3);
    expect([table.id('a'), table.id('b'), table.id('a'), table.id('b')]).toEqual([3, 4, 3, 4]);
    expect(table.values).toEqual(['other', 'unknown', '', 'a', 'b']);
    expect(table.used).toBe(2);
  });

  it('turns new values beyond its limit into other, and counts every look-up', () => {
    const table = LabelTable.open(2);
    expect(['a', 'b', 'c', 'd', 'c', 'a'].map((value) => table.id(value))).toEqual([
      3, 4, 0, 0, 0, 3,
    ]);
    expect(table.values).toHaveLength(5);
    expect(table.overflowed).toBe(3);
    expect(table.used).toBe(2);
  });

  it('knows absent values as unknown, and does not count reserved ones', () => {
    const table = LabelTable.open(1);
    expect([table.id(undefined), table.id('unknown'), table.id('other')]).toEqual([1, 1, 0]);
    expect(table.used).toBe(0);
    expect(table.overflowed).toBe(0);
  });

  it('answers the same after an overflow as before', () => {
    const table = LabelTable.open(1);
    expect([table.id('a'), table.id('b'), table.id('a'), table.id('b')]).toEqual([3, 0, 3, 0]);
  });

  it('tells its capacity from the start', () => {
    expect(LabelTable.open(5).capacity).toBe(8);
    expect(LabelTable.closed(['x', 'y']).capacity).toBe(2);
  });
});
