import { describe, expect, it } from '@jest/globals';
import { createMonitor } from '../support/create-monitor.ts';
import { readAll } from '../support/read-series.ts';

// Counters were added before the conversations were looked at.
describe('a state whose conversations are wrong', () => {
  it.each([
    ['missing', undefined],
    ['no list', 5],
    ['not conversations', [{ id: 'c1', processType: 'tactical', turns: 'many', lastAt: 0 }]],
  ])('adds nothing when they are %s', (_name, conversations) => {
    const writer = createMonitor();
    writer.recordExchange({ conversationId: 'c1', outcome: 'success' });
    const state = { ...writer.writeState(), conversations };
    const monitor = createMonitor();
    const before = readAll(monitor);
    expect(() => monitor.readState(state as never)).toThrow('state has');
    expect(readAll(monitor)).toEqual(before);
  });
});
