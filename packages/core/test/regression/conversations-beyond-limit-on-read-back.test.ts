import { describe, expect, it } from '@jest/globals';
import { createMonitor } from '../support/create-monitor.ts';
import { read, readHistogram } from '../support/read-series.ts';

const process_type = 'tactical';

// Reading a state back went past the limit of the table, and forgot the turns counted since.
describe('conversations that are read back', () => {
  it('are evicted beyond the limit, and all accounted for', () => {
    const writer = createMonitor();
    for (const conversationId of ['c1', 'c2', 'c3', 'c4', 'c5']) {
      writer.startConversation({ conversationId, processType: 'tactical' });
    }
    const monitor = createMonitor({ conversationLimit: 2 });
    monitor.readState(writer.writeState());
    expect(read(monitor, 'turnscope_conversations_started_total', { process_type })).toBe(5);
    expect(read(monitor, 'turnscope_conversations_tracked')).toBe(2);
    expect(read(monitor, 'turnscope_conversations_evicted_total')).toBe(3);
  });

  it('keep the turns that were counted before they came', () => {
    const turn = { conversationId: 'c1', processType: 'tactical', outcome: 'success' } as const;
    const writer = createMonitor();
    writer.recordTurn(turn);
    const monitor = createMonitor();
    monitor.recordTurn(turn);
    monitor.recordTurn(turn);
    monitor.readState(writer.writeState());
    monitor.endConversation({ conversationId: 'c1' });
    expect(readHistogram(monitor, 'turnscope_conversation_turns', { process_type })?.sum).toBe(3);
  });
});
