import { describe, expect, it } from '@jest/globals';
import { answer, boundary, init, toolResult, useTool } from '../fixtures/stream-messages.ts';
import { eventsOf } from '../support/facts.ts';
import { play } from '../support/play-stream.ts';

// Messages that come in one chunk, or wait for a slow reader, have one time of arrival: tools and
// automatic compactions lasted 0 s in the histograms.
describe('what begins and ends at the same moment of a stream', () => {
  it('is a tool call whose duration nobody knows', () => {
    const { events } = play([
      [0, init()],
      [1, useTool('m1', 'Bash', 't1')],
      [1, toolResult('t1')],
    ]);
    expect(eventsOf(events, 'tool-call')).toMatchObject([
      { outcome: 'success', durationSeconds: undefined },
    ]);
  });

  it('is a compaction whose duration nobody knows', () => {
    const { events } = play([
      [0, init()],
      [1, answer('m1')],
      [1, boundary({ trigger: 'auto' })],
      [2, answer('m2')],
      [3, answer('m3')],
    ]);
    expect(eventsOf(events, 'compaction')).toMatchObject([
      { outcome: 'success', durationSeconds: undefined },
    ]);
  });
});
