import { describe, expect, it } from '@jest/globals';
import type { Panel } from '../../../e2e/support/dashboards.ts';
import type { Answer } from '../../screenshot/answer.ts';
import { showTable } from '../../screenshot/show-table.ts';

const limits = { id: 'thresholds', value: { steps: [{ value: null, color: 'red' }] } };
const panel: Panel = {
  id: 1,
  type: 'table',
  title: 'Hosts',
  gridPos: { x: 0, y: 0, w: 24, h: 8 },
  fieldConfig: {
    defaults: { unit: 'short', thresholds: { steps: [{ value: null, color: 'text' }] } },
    overrides: [
      {
        matcher: { id: 'byName', options: 'Failed' },
        properties: [{ id: 'unit', value: 'percentunit' }, limits],
      },
    ],
  },
  options: { sortBy: [{ displayName: 'Failed', desc: true }] },
  transformations: [
    {
      id: 'organize',
      options: { renameByName: { host: 'Host', 'Value #A': 'Turns', 'Value #B': 'Failed' } },
    },
  ],
};

function answer(refId: string, values: Readonly<Record<string, string>>): Answer {
  return {
    target: { refId, expr: '' },
    results: Object.entries(values).map(([host, value]) => ({
      metric: { host },
      value: [0, value],
    })),
  };
}

describe('a table of several queries', () => {
  const columns = showTable(panel, [
    answer('A', { one: '10', two: '20', three: '30' }),
    answer('B', { one: '0.1', two: '0.5' }),
  ]);

  it('has a row for each combination of labels, the largest first, and gaps where there is no answer', () => {
    expect(columns.map(({ heading, cells }) => [heading, cells])).toEqual([
      ['Host', ['two', 'one', 'three']],
      ['Turns', [20, 10, 30]],
      ['Failed', [0.5, 0.1, undefined]],
    ]);
  });

  it('has the unit and the limits of each column', () => {
    expect(columns.map(({ unit, steps }) => [unit, steps[0]?.color])).toEqual([
      ['short', 'text'],
      ['short', 'text'],
      ['percentunit', 'red'],
    ]);
  });
});

describe('a table of one query', () => {
  it('finds its figure under the name that Grafana gives it then', () => {
    const renameByName = { host: 'Host', Value: 'State' };
    const single: Panel = {
      ...panel,
      transformations: [{ id: 'organize', options: { renameByName } }],
    };
    expect(showTable(single, [answer('A', { one: '3' })]).map(({ cells }) => cells)).toEqual([
      ['one'],
      [3],
    ]);
  });
});
