import type { EventInput } from '@turnscope/core';

/** An exchange that went well, or what `given` says of it. */
export function exchange(given: Partial<EventInput<'exchange'>> = {}): EventInput<'exchange'> {
  return {
    conversationId: 'conversation',
    processType: 'tactical',
    model: 'claude-sonnet-5',
    outcome: 'success',
    durationSeconds: 3.25,
    contextTokens: 40_000,
    tokens: { input: 10, output: 200, cacheRead: 30_000, cacheCreation: 500 },
    ...given,
  };
}
