import { describe, expect, it } from '@jest/globals';
import { checkAmount, checkId, checkLabel } from '../../src/events/checks.ts';

describe('the limits of checks', () => {
  it.each([0, -0, Number.MIN_VALUE, 0.1, Number.MAX_SAFE_INTEGER])(
    'take %d as an amount',
    (value) => {
      expect(checkAmount('amount', value)).toBeUndefined();
    },
  );

  it('take 256 characters as a label and 512 as an id', () => {
    expect(checkLabel('label', 'x'.repeat(256))).toBeUndefined();
    expect(checkId('id', 'x'.repeat(512))).toBeUndefined();
  });
});
