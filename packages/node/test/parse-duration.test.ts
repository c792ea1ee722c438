import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatDuration, parseDuration } from '../src/index.ts';

describe('parseDuration', () => {
  it.each([
    ['0s', 0],
    ['90s', 90],
    ['15m', 900],
    ['1h', 3_600],
    ['1h30m', 5_400],
    ['24h', 86_400],
    ['7d', 604_800],
    ['1d2h3m4s', 93_784],
  ])('takes %s as %i seconds', (text, seconds) => expect(parseDuration(text)).toBe(seconds));

  it.each([
    '',
    ' ',
    '1',
    'h',
    '1.5h',
    '-1h',
    '+1h',
    '1 h',
    '30m1h',
    '1h1h',
    '1H',
    '1w',
    '1ms',
    '١h',
    '999999999s',
    '1h\n',
  ])('refuses %j', (text) => expect(parseDuration(text)).toBeUndefined());
});

describe('formatDuration', () => {
  it('is understood as the same time', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8_000_000_000 }), (seconds) => {
        expect(parseDuration(formatDuration(seconds))).toBe(seconds);
      }),
    );
  });
});
