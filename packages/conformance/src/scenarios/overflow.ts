import type { Scenario, Stage } from '../scenario.ts';
import { exchange } from './exchange.ts';

/** More names than labels have room for. */
export const labelOverflow: Scenario = {
  name: 'labels that overflow',
  options: { labelLimits: { process_type: 3, model: 2, tool: 1 } },
  steps: [
    { what: 'two names of each', play: (stage) => recordNames(stage, 2) },
    { what: 'five names of each', play: (stage) => recordNames(stage, 5) },
  ],
};

/** More combinations than there is room for rows. */
export const rowOverflow: Scenario = {
  name: 'rows that overflow',
  options: { rowLimit: 30 },
  steps: [
    { what: 'two names of each', play: (stage) => recordNames(stage, 2) },
    { what: 'ten names of each', play: (stage) => recordNames(stage, 10) },
  ],
};

function recordNames({ monitor }: Stage, count: number): void {
  for (let at = 0; at < count; at += 1) {
    for (const processType of ['tactical', `type-${at}`]) {
      monitor.recordExchange(exchange({ processType, model: `model-${at}` }));
    }
    monitor.recordToolCall({ conversationId: 'c', tool: `tool-${at}`, outcome: 'success' });
  }
}
