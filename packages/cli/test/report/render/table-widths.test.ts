import { describe, expect, it } from '@jest/globals';
import { nameColumn, numberColumn } from '../../../src/report/page/page.ts';
import { tableWidths } from '../../../src/report/render/table-widths.ts';

const columns = [nameColumn('id', 20), nameColumn('name', 5), numberColumn('count')];

describe('the widths of a table', () => {
  it.each([
    ['are natural where there is room', [30, 10, 8], 48, [30, 10, 8]],
    ['shrink the widest name first', [30, 10, 8], 44, [26, 10, 8]],
    ['shrink the next when that has its least', [30, 10, 8], 35, [20, 7, 8]],
    ['shrink everything where that is not enough', [30, 10, 8], 12, [4, 4, 4]],
    ['are at least 1', [30, 10, 8], 2, [1, 1, 1]],
  ])('%s', (_rule, natural, room, expected) => {
    expect(tableWidths(columns, natural, room)).toEqual(expected);
  });
});
