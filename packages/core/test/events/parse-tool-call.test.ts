import { describe, expect, it } from '@jest/globals';
import { parseToolCall } from '../../src/events/parse-tool-call.ts';
import { shapes, wrongEvents } from '../support/event-shapes.ts';

describe('parseToolCall', () => {
  it.each([
    ['the least it needs', shapes['tool-call'].minimal],
    ['everything it may have', shapes['tool-call'].full],
    ['fields that nobody knows', { ...shapes['tool-call'].full, colour: 'red' }],
    ['optional fields that are undefined', { ...shapes['tool-call'].minimal, at: undefined }],
  ])('takes an event with %s as it is', (_name, event) => {
    expect(parseToolCall(event)).toBe(event);
  });

  it.each(wrongEvents(shapes['tool-call']))('refuses %s', (_name, event, reason, message) => {
    expect(parseToolCall(event)).toEqual({ reason, message });
  });
});
