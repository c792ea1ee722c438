import { expect, test } from '@jest/globals';
import { durationText } from '../../src/rules/duration.ts';

test.each([
  [0, '0s'],
  [15, '15s'],
  [60, '1m'],
  [90, '1m30s'],
  [900, '15m'],
  [3600, '1h'],
  [10_800, '3h'],
  [3661, '1h1m1s'],
])('%d seconds are %s', (seconds, text) => {
  expect(durationText(seconds)).toBe(text);
});
