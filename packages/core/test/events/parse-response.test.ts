import { describe, expect, it } from '@jest/globals';
import {
  parseExchange,
  parseResponse,
  parseResponseUpdate,
  parseRetry,
} from '../../src/events/parse-response.ts';
import { EventRejection } from '../../src/events/rejection.ts';
import { shapes, wrongEvents } from '../support/event-shapes.ts';
import { wrongAmounts } from '../support/wrong-values.ts';

describe('parseResponse', () => {
  it.each([
    ['the least it needs', shapes.response.minimal],
    ['everything it may have', shapes.response.full],
    ['fields that nobody knows', { ...shapes.response.full, colour: 'red' }],
    ['optional fields that are undefined', { ...shapes.response.minimal, at: undefined }],
  ])('takes an event with %s as it is', (_name, event) => {
    expect(parseResponse(event)).toBe(event);
  });

  it.each(wrongEvents(shapes.response))('refuses %s', (_name, event, reason, message) => {
    expect(parseResponse(event)).toEqual({ reason, message });
  });
});

describe('parseResponseUpdate', () => {
  it.each([
    ['the least it needs', shapes['response-update'].minimal],
    ['everything it may have', shapes['response-update'].full],
    ['fields that nobody knows', { ...shapes['response-update'].full, colour: 'red' }],
    ['optional fields that are undefined', { ...shapes['response-update'].minimal, at: undefined }],
  ])('takes an event with %s as it is', (_name, event) => {
    expect(parseResponseUpdate(event)).toBe(event);
  });

  it.each(wrongEvents(shapes['response-update']))('refuses %s', (_name, event, reason, message) => {
    expect(parseResponseUpdate(event)).toEqual({ reason, message });
  });
});

describe('parseExchange', () => {
  it.each([
    ['the least it needs', shapes.exchange.minimal],
    ['everything it may have', shapes.exchange.full],
    ['fields that nobody knows', { ...shapes.exchange.full, colour: 'red' }],
    ['optional fields that are undefined', { ...shapes.exchange.minimal, at: undefined }],
  ])('takes an event with %s as it is', (_name, event) => {
    expect(parseExchange(event)).toBe(event);
  });

  it.each(wrongEvents(shapes.exchange))('refuses %s', (_name, event, reason, message) => {
    expect(parseExchange(event)).toEqual({ reason, message });
  });
});

describe('parseRetry', () => {
  it.each([
    ['the least it needs', shapes.retry.minimal],
    ['everything it may have', shapes.retry.full],
    ['fields that nobody knows', { ...shapes.retry.full, colour: 'red' }],
    ['optional fields that are undefined', { ...shapes.retry.minimal, at: undefined }],
  ])('takes an event with %s as it is', (_name, event) => {
    expect(parseRetry(event)).toBe(event);
  });

  it.each(wrongEvents(shapes.retry))('refuses %s', (_name, event, reason, message) => {
    expect(parseRetry(event)).toEqual({ reason, message });
  });
});

describe.each(['input', 'output', 'cacheRead', 'cacheCreation'])('tokens.%s', (type) => {
  it.each(wrongAmounts)('refuses %s', (_name, value, reason, message) => {
    const response = { ...shapes.response.full, tokens: { [type]: value } };
    expect(parseResponse(response)).toEqual({
      reason,
      message: `response.tokens.${type} ${message}`,
    });
  });

  it('may be left out', () => {
    const response = { ...shapes.response.full, tokens: { [type]: undefined } };
    expect(parseResponse(response)).not.toBeInstanceOf(EventRejection);
  });
});
