import { expect, it } from '@jest/globals';
import { formatNumber } from '../../src/text/format-number.ts';

it.each([
  { value: 0, text: '0' },
  { value: -0, text: '0' },
  { value: 12, text: '12' },
  { value: 0.1, text: '0.1' },
  { value: 0.1 + 0.2, text: '0.30000000000000004' },
  { value: 1e21, text: '1e+21' },
  { value: 5e-324, text: '5e-324' },
  { value: Number.POSITIVE_INFINITY, text: '+Inf' },
  { value: Number.NEGATIVE_INFINITY, text: '-Inf' },
  { value: Number.NaN, text: 'NaN' },
])('writes $value as $text', ({ value, text }) => {
  expect(formatNumber(value)).toBe(text);
});
