import { describe, expect, it } from '@jest/globals';
import { alerts, type SignalAlert } from '@turnscope/core';
import { limitTable, zoneTable } from '../../src/runbooks/limit-table.ts';
import { optionsWith } from '../support/mixin-options.ts';

const named = (name: string) => alerts.find((each) => each.name === name) as SignalAlert;
const rows = (table: string) => table.split('\n').slice(2);

describe('limitTable', () => {
  it('has one row where everybody has the same limits', () => {
    const { thresholds } = optionsWith();
    expect(rows(limitTable(named('TurnscopeResponseErrors'), thresholds))).toEqual([
      '| all | at or above 5 % | at or above 20 % |',
    ]);
  });

  it('has a row for the process types that share other limits than the strategic ones', () => {
    const own = { response_error_ratio: { warning: 0.1, critical: 0.3 } };
    const { thresholds } = optionsWith({ tactical: own, reviewer: own });
    expect(rows(limitTable(named('TurnscopeResponseErrors'), thresholds))).toEqual([
      '| `reviewer`, `tactical` | at or above 10 % | at or above 30 % |',
      '| all others | at or above 5 % | at or above 20 % |',
    ]);
  });

  it.each([
    ['TurnscopeSourceSilent', '| all | above 30m | above 2h |'],
    ['TurnscopeRowsOverflowing', '| all | above 0.5 | never |'],
  ])('shows the limits of %s, which no threshold changes', (name, row) => {
    expect(rows(limitTable(named(name), optionsWith().thresholds))).toEqual([row]);
  });
});

describe('zoneTable', () => {
  it('tells how long something may take, by process type', () => {
    expect(rows(zoneTable('turn_duration', optionsWith().thresholds))).toEqual([
      '| `tactical` | up to 5m | up to 20m |',
      '| all others | up to 10m | up to 30m |',
    ]);
  });
});
