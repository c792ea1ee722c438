import type { Scenario } from '../scenario.ts';
import { exchange } from './exchange.ts';

/** Labels of the user's own, behind those of every metric of events. */
export const userLabels: Scenario = {
  name: "the user's labels",
  options: {
    labels: { project: ['shop', 'billing'], team: ['research', 'say "hi"\n🌞'] },
    zeroHoldSeconds: 30,
  },
  steps: [
    {
      what: 'an event of one attribution',
      play: ({ monitor }) => monitor.recordExchange(exchange({ labels: { project: 'shop' } })),
    },
    {
      what: 'events of others, of values that are not listed and of none',
      play({ monitor, advance }) {
        advance(15);
        const labels = { project: 'billing', team: 'say "hi"\n🌞' };
        monitor.recordExchange(exchange({ labels, outcome: 'error' }));
        monitor.recordExchange(exchange({ labels: { team: 'not listed' } }));
        monitor.recordExchange(exchange());
      },
    },
    { what: 'as long as 0 is held', play: ({ advance }) => advance(30) },
  ],
};
