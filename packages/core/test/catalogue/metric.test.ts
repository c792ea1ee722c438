import { describe, expect, it } from '@jest/globals';
import { ratioLadder } from '../../src/catalogue/ladders.ts';
import { counter, gauge, histogram } from '../../src/catalogue/metric.ts';

// A type test: every line below `@ts-expect-error` must not compile, or `tsc -p tsconfig.test.json` fails.

const help = 'A test.';
const sources = ['code'] as const;

describe('a metric', () => {
  it('is a plain count unless it says otherwise', () => {
    expect(
      counter({ name: 'turnscope_x_total', help, rows: 'retry', labels: ['reason'], sources }),
    ).toEqual({
      name: 'turnscope_x_total',
      kind: 'counter',
      unit: 'none',
      help,
      rows: 'retry',
      labels: ['reason'],
      sources,
    });
  });

  it('has labels of its rows and its own cell label, checked by the compiler', () => {
    const cellLabel = { name: 'zone', values: ['near', 'far'] } as const;
    const name = 'turnscope_x_total';
    counter({ name, help, rows: 'turn', labels: ['process_type', 'zone'], cellLabel, sources });
    // @ts-expect-error: rows of turns have no tool
    counter({ name, help, rows: 'turn', labels: ['tool'], sources });
    // @ts-expect-error: a label that is written wrong
    counter({ name, help, rows: 'turn', labels: ['procces_type'], sources });
    // @ts-expect-error: no cell label of this name
    counter({ name, help, rows: 'turn', labels: ['zone'], sources });
    // @ts-expect-error: the cell label has another name
    counter({ name, help, rows: 'turn', labels: ['pace'], cellLabel, sources });
    // @ts-expect-error: rows of the adapter have no labels
    gauge({ name: 'turnscope_x', help, rows: 'adapter', labels: ['process_type'], sources });
    // @ts-expect-error: the cells of a histogram are its buckets
    histogram({ name, help, rows: 'turn', labels: ['zone'], ladder: ratioLadder, sources });
    expect(cellLabel.name).toBe('zone');
  });

  it('has a right name, kind of rows, source and ladder, checked by the compiler', () => {
    // @ts-expect-error: a counter ends in _total
    counter({ name: 'turnscope_x', help, rows: 'turn', labels: [], sources });
    // @ts-expect-error: every name begins with turnscope_
    gauge({ name: 'x', help, rows: 'turn', labels: [], sources });
    // @ts-expect-error: no rows of this kind
    gauge({ name: 'turnscope_x', help, rows: 'turns', labels: [], sources });
    // @ts-expect-error: no source of this name
    gauge({ name: 'turnscope_x', help, rows: 'turn', labels: [], sources: ['transcript'] });
    // @ts-expect-error: a histogram needs a ladder
    histogram({ name: 'turnscope_x', help, rows: 'turn', labels: [], sources });
    expect(sources).toEqual(['code']);
  });
});
