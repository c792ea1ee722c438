import type { Scenario, Stage } from '../scenario.ts';
import { exchange } from './exchange.ts';

/** Gauges whose series come with enough data, and go. */
export const absentGauges: Scenario = {
  name: 'gauges that come and go',
  steps: [
    { what: 'exchanges that fail', play: (stage) => fail(stage, 10) },
    { what: 'one evaluation', play: ({ advance }) => advance(15) },
    { what: 'twenty minutes of failures', play: (stage) => fail(stage, 80) },
    { what: 'half an hour of silence', play: ({ advance }) => advance(1800) },
    { what: 'two hours more', play: ({ advance }) => advance(7200) },
    { what: 'failures again', play: (stage) => fail(stage, 20) },
  ],
};

/** Each in an evaluation of its own, so that alerts see them last. */
function fail({ monitor, advance }: Stage, intervals: number): void {
  for (let at = 0; at < intervals; at += 1) {
    for (let time = 0; time < 3; time += 1) monitor.recordExchange(exchange({ outcome: 'error' }));
    advance(15);
    monitor.evaluate();
  }
}
