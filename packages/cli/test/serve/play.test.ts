import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { play } from '../../src/serve/play.ts';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

/** A demo that counts how often it was asked to go on. */
function createDemo() {
  const counts = { advanced: 0, rested: 0 };
  const demo = {
    async advance() {
      counts.advanced += 1;
      return 0;
    },
    ledger: () => ({}) as never,
    close: async () => {},
  };
  const onRest = () => {
    counts.rested += 1;
  };
  const onError = (error: unknown): never => {
    throw error;
  };
  return { counts, demo, onRest, onError };
}

describe('play', () => {
  it('goes on four times a second until it is stopped', async () => {
    const { counts, demo, onRest, onError } = createDemo();
    const playing = play(demo, { seconds: undefined, onRest, onError });
    await jest.advanceTimersByTimeAsync(10_000);
    await playing.stop();
    expect(counts).toEqual({ advanced: 41, rested: 0 });
  });

  it('rests after the given time, and says so', async () => {
    const { counts, demo, onRest, onError } = createDemo();
    play(demo, { seconds: 1, onRest, onError });
    await jest.advanceTimersByTimeAsync(10_000);
    expect(counts).toEqual({ advanced: 4, rested: 1 });
    expect(jest.getTimerCount()).toBe(0);
  });

  it('leaves no timer when it is stopped before that', async () => {
    const { counts, demo, onRest, onError } = createDemo();
    const playing = play(demo, { seconds: 1, onRest, onError });
    await playing.stop();
    expect(jest.getTimerCount()).toBe(0);
    expect(counts.rested).toBe(0);
  });
});
