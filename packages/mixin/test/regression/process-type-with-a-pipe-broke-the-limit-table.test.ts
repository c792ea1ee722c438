import { expect, test } from '@jest/globals';
import { alerts, type SignalAlert } from '@turnscope/core';
import { limitTable, zoneTable } from '../../src/runbooks/limit-table.ts';
import { optionsWith } from '../support/mixin-options.ts';

const errors = alerts.find(({ name }) => name === 'TurnscopeResponseErrors') as SignalAlert;

test.each([
  ['build|test', '`build\\|test`'],
  ['a `quoted` one', '``a `quoted` one``'],
  ['`edge', '`` `edge ``'],
])('the process type %s is one cell of a table', (processType, cell) => {
  const { thresholds } = optionsWith({
    [processType]: {
      response_error_ratio: { warning: 0.1, critical: 0.3 },
      response_duration: { warning: 1, critical: 2 },
    },
  });
  expect(limitTable(errors, thresholds)).toContain(`\n| ${cell} | at or above 10 % |`);
  expect(zoneTable('response_duration', thresholds)).toContain(`${cell} | up to 1s | up to 2s |`);
});
