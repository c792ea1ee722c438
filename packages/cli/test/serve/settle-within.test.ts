import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { settleWithin } from '../../src/serve/settle-within.ts';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

describe('settleWithin', () => {
  it.each([
    { name: 'succeeds', work: Promise.resolve() },
    { name: 'fails', work: Promise.reject(new Error('no')) },
  ])('resolves when the work $name, and leaves no timer', async ({ work }) => {
    await settleWithin(1_000, work);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('resolves at the limit when the work does not end', async () => {
    const settled = settleWithin(1_000, new Promise(() => {}));
    await jest.advanceTimersByTimeAsync(1_000);
    await settled;
  });
});
