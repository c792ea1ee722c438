import { describe, expect, it } from '@jest/globals';
import { parseTurn, parseTurnStart } from '../../src/events/parse-turn.ts';
import { shapes, wrongEvents } from '../support/event-shapes.ts';

describe('parseTurn', () => {
  it.each([
    ['the least it needs', shapes.turn.minimal],
    ['everything it may have', shapes.turn.full],
    ['fields that nobody knows', { ...shapes.turn.full, colour: 'red' }],
    ['optional fields that are undefined', { ...shapes.turn.minimal, at: undefined }],
  ])('takes an event with %s as it is', (_name, event) => {
    expect(parseTurn(event)).toBe(event);
  });

  it.each(wrongEvents(shapes.turn))('refuses %s', (_name, event, reason, message) => {
    expect(parseTurn(event)).toEqual({ reason, message });
  });
});

describe('parseTurnStart', () => {
  it('needs no outcome', () => {
    const start = { conversationId: 'c1' };
    expect(parseTurnStart(start)).toBe(start);
  });

  it('refuses what a turn would refuse', () => {
    expect(parseTurnStart({ conversationId: 'c1', initiator: 'cron' })).toEqual({
      reason: 'unknown_value',
      message: 'turn.initiator must be one of user, task, got "cron"',
    });
  });
});
