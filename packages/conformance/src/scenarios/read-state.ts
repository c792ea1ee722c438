import { PerformanceMonitor, type UserLabels } from '@turnscope/core';
import type { Scenario, Stage } from '../scenario.ts';
import { exchange } from './exchange.ts';

const labels: UserLabels = { project: ['shop', 'billing'] };

/** Counters that an earlier process wrote. */
export const stateRead: Scenario = {
  name: 'a state that was read',
  options: { labels, zeroHoldSeconds: 30 },
  steps: [
    { what: 'reading what an earlier process wrote', play: readEarlier },
    {
      what: 'events on top of it',
      play({ monitor, advance }) {
        advance(31);
        monitor.recordExchange(exchange({ labels: { project: 'shop' }, model: 'earlier' }));
      },
    },
    { what: 'reading it again', play: readEarlier },
    { what: 'as long as 0 is held', play: ({ advance }) => advance(30) },
  ],
};

function readEarlier({ monitor, now }: Stage): void {
  const earlier = new PerformanceMonitor({ labels, clock: { now } });
  earlier.recordExchange(exchange({ labels: { project: 'shop' }, model: 'earlier' }));
  earlier.recordExchange(exchange({ processType: 'strategic', outcome: 'error' }));
  monitor.readState(JSON.parse(JSON.stringify(earlier.writeState())));
}
