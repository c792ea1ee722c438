import { expect, it } from '@jest/globals';
import { PerformanceMonitor } from '@turnscope/core';
import { observeMessages } from '../../src/index.ts';
import { answer, init, opus, result } from '../fixtures/stream-messages.ts';
import { countedSeries } from '../support/counted-series.ts';

// A reader that waits no longer calls `return` while a message is still asked for. The source answers both
// in their order, so the message came after the end of its turn and was taken for another turn.
it.each([
  ['the result', result()],
  ['a response', answer('m2')],
])(
  'counts one turn, which was interrupted, when %s comes after the reader has left',
  async (_what, last) => {
    let goOn = () => {};
    const monitor = new PerformanceMonitor({ zeroHoldSeconds: 0 });
    async function* source() {
      yield init();
      yield answer('m1');
      await new Promise<void>((done) => {
        goOn = done;
      });
      yield last;
    }
    const observed = observeMessages(monitor, source());
    await observed.next();
    await observed.next();
    const asked = observed.next();
    const left = observed.return(undefined);
    goOn();
    expect(await asked).toEqual({ done: false, value: last });
    expect(await left).toEqual({ done: true, value: undefined });
    expect(countedSeries(monitor, /turns_total/)).toEqual({
      [`turns_total strategic,${opus},user,interrupted`]: 1,
    });
  },
);
