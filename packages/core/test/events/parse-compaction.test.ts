import { describe, expect, it } from '@jest/globals';
import { parseCompaction } from '../../src/events/parse-compaction.ts';
import { shapes, wrongEvents } from '../support/event-shapes.ts';

describe('parseCompaction', () => {
  it.each([
    ['the least it needs', shapes.compaction.minimal],
    ['everything it may have', shapes.compaction.full],
    ['fields that nobody knows', { ...shapes.compaction.full, colour: 'red' }],
    ['optional fields that are undefined', { ...shapes.compaction.minimal, at: undefined }],
  ])('takes an event with %s as it is', (_name, event) => {
    expect(parseCompaction(event)).toBe(event);
  });

  it.each(wrongEvents(shapes.compaction))('refuses %s', (_name, event, reason, message) => {
    expect(parseCompaction(event)).toEqual({ reason, message });
  });
});
