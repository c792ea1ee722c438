import type { Scenario } from '../scenario.ts';
import { exchange } from './exchange.ts';

/** Series that appear after the first scrape show 0 until `zeroHoldSeconds` have passed. */
export const lateRows: Scenario = {
  name: 'rows that appear late',
  options: { zeroHoldSeconds: 30 },
  steps: [
    {
      what: 'the first exchange of a model',
      play: ({ monitor }) => monitor.recordExchange(exchange({ model: 'late' })),
    },
    {
      what: 'almost the hold, and one exchange more',
      play({ monitor, advance }) {
        advance(29.999);
        monitor.recordExchange(exchange({ model: 'late' }));
      },
    },
    { what: 'the hold', play: ({ advance }) => advance(0.001) },
    { what: 'a clock that was set back', play: ({ advance }) => advance(-20) },
    {
      what: 'the first exchange of another model',
      play: ({ monitor }) => monitor.recordExchange(exchange({ model: 'later', outcome: 'error' })),
    },
  ],
};
