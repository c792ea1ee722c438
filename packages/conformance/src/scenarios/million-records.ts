import type { Outcome } from '@turnscope/core';
import type { Scenario, Stage } from '../scenario.ts';
import { exchange } from './exchange.ts';

const outcomes: readonly Outcome[] = ['success', 'success', 'error', 'interrupted'];

/** A million exchanges of a few process types, models and outcomes. */
export const millionRecords: Scenario = {
  name: 'a million records',
  steps: [{ what: 'a million exchanges', play: recordMany }],
};

function recordMany({ monitor }: Stage): void {
  const events = Array.from({ length: 1000 }, (_, at) =>
    exchange({
      conversationId: `conversation-${at % 97}`,
      processType: ['strategic', 'tactical', 'subagent'][at % 3],
      model: `model-${at % 7}`,
      outcome: outcomes[at % 4] ?? 'success',
      durationSeconds: (at % 211) / 3,
      contextTokens: 163 * at,
    }),
  );
  for (let round = 0; round < 1000; round += 1) {
    for (const event of events) monitor.recordExchange(event);
  }
}
