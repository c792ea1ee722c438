import { describe, expect, it } from '@jest/globals';
import { createMonitor } from '../support/create-monitor.ts';
import { readAll } from '../support/read-series.ts';

// An exchange went through the recorder of turns, which read fields of it that nobody had checked.
describe('an exchange', () => {
  it.each([
    ['activeDurationSeconds', -5],
    ['activeDurationSeconds', 5n],
    ['activeDurationSeconds', Number.NaN],
    ['initiator', 'task'],
    ['responses', 9],
  ])('has no field %s, so %s moves nothing', (field, value) => {
    const exchange = { conversationId: 'c1', outcome: 'success' } as const;
    const plain = createMonitor();
    plain.recordExchange(exchange);
    const monitor = createMonitor();
    monitor.recordExchange({ ...exchange, [field]: value });
    expect(readAll(monitor)).toEqual(readAll(plain));
  });
});
