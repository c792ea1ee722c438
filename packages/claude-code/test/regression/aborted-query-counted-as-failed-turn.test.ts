import { expect, it } from '@jest/globals';
import { PerformanceMonitor } from '@turnscope/core';
import { observeMessages } from '../../src/index.ts';
import { answer, init, opus } from '../fixtures/stream-messages.ts';
import { countedSeries } from '../support/counted-series.ts';

// Who stops a query by its AbortController gets an error, and the turn counted as a failure, which lowers the
// completion ratio. The Agent SDK's AbortError has the name `Error`, so that only its words tell it.
it.each([
  ['interrupted', 'of an AbortController', new DOMException('Stopped', 'AbortError')],
  ['interrupted', 'of the Agent SDK', new Error('Claude Code process aborted by user')],
  ['error', 'of a connection', new Error('read ECONNABORTED')],
])('the turn ends as %s by the error %s', async (outcome, _whose, error) => {
  const monitor = new PerformanceMonitor({ zeroHoldSeconds: 0 });
  async function* source() {
    yield init();
    yield answer('m1');
    throw error;
  }
  const observed = observeMessages(monitor, source());
  await observed.next();
  await observed.next();
  await expect(observed.next()).rejects.toBe(error);
  expect(countedSeries(monitor, /turns_total/)).toEqual({
    [`turns_total strategic,${opus},user,${outcome}`]: 1,
  });
});
