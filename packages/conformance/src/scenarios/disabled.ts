import type { Scenario } from '../scenario.ts';
import { exchange } from './exchange.ts';

/** A monitor that is off shows nothing. */
export const disabled: Scenario = {
  name: 'nothing of a monitor that is off',
  options: { enabled: false },
  steps: [
    { what: 'an exchange', play: ({ monitor }) => monitor.recordExchange(exchange()) },
    { what: 'a source', play: ({ monitor }) => void monitor.enableSource('transcripts') },
  ],
};
