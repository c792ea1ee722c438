import { describe, expect, it } from '@jest/globals';
import {
  parseConversationEnd,
  parseConversationStart,
} from '../../src/events/parse-conversation.ts';
import { shapes, wrongEvents } from '../support/event-shapes.ts';

describe('parseConversationStart', () => {
  it.each([
    ['the least it needs', shapes['conversation-start'].minimal],
    ['everything it may have', shapes['conversation-start'].full],
    ['fields that nobody knows', { ...shapes['conversation-start'].full, colour: 'red' }],
    [
      'optional fields that are undefined',
      { ...shapes['conversation-start'].minimal, at: undefined },
    ],
  ])('takes an event with %s as it is', (_name, event) => {
    expect(parseConversationStart(event)).toBe(event);
  });

  it.each(wrongEvents(shapes['conversation-start']))(
    'refuses %s',
    (_name, event, reason, message) => {
      expect(parseConversationStart(event)).toEqual({ reason, message });
    },
  );
});

describe('parseConversationEnd', () => {
  it.each([
    ['the least it needs', shapes['conversation-end'].minimal],
    ['everything it may have', shapes['conversation-end'].full],
    ['fields that nobody knows', { ...shapes['conversation-end'].full, colour: 'red' }],
    [
      'optional fields that are undefined',
      { ...shapes['conversation-end'].minimal, at: undefined },
    ],
  ])('takes an event with %s as it is', (_name, event) => {
    expect(parseConversationEnd(event)).toBe(event);
  });

  it.each(wrongEvents(shapes['conversation-end']))(
    'refuses %s',
    (_name, event, reason, message) => {
      expect(parseConversationEnd(event)).toEqual({ reason, message });
    },
  );
});
