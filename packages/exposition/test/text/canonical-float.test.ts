import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalFloat } from '../../src/text/canonical-float.ts';

it.each([
  { value: 0, text: '0.0' },
  { value: 1, text: '1.0' },
  { value: 20, text: '20.0' },
  { value: 7.5, text: '7.5' },
  { value: 0.05, text: '0.05' },
  { value: 0.0001, text: '0.0001' },
  { value: 0.00001, text: '1e-05' },
  { value: 2.5e-7, text: '2.5e-07' },
  { value: 123456.5, text: '123456.5' },
  { value: 999_999, text: '999999.0' },
  { value: 1_000_000, text: '1e+06' },
  { value: 1_048_576, text: '1.048576e+06' },
  { value: 1e100, text: '1e+100' },
  { value: -30, text: '-30.0' },
  { value: Number.POSITIVE_INFINITY, text: '+Inf' },
  { value: Number.NEGATIVE_INFINITY, text: '-Inf' },
  { value: Number.NaN, text: 'NaN' },
])('writes $value as $text', ({ value, text }) => {
  expect(canonicalFloat(value)).toBe(text);
});

it('reads back as the same number and never looks like an integer', () => {
  const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
  fc.assert(
    fc.property(finite, (value) => {
      const text = canonicalFloat(value);
      expect(Number(text)).toBe(value + 0);
      expect(text).toMatch(/[.e]/);
    }),
  );
});
