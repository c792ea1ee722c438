import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { repeat } from '../../src/serve/repeat.ts';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

const noErrors = (error: unknown): never => {
  throw error;
};

describe('repeat', () => {
  it('works at once, and again after each pause', async () => {
    let rounds = 0;
    const work = async () => {
      rounds += 1;
    };
    const repetition = repeat(work, 500, noErrors);
    expect(rounds).toBe(1);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(rounds).toBe(3);
    await repetition.stop();
  });

  it('begins no round while one runs', async () => {
    let running = 0;
    let most = 0;
    const work = async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((done) => setTimeout(done, 2_000));
      running -= 1;
    };
    const repetition = repeat(work, 500, noErrors);
    await jest.advanceTimersByTimeAsync(10_000);
    const stopped = repetition.stop();
    await jest.advanceTimersByTimeAsync(2_000);
    await stopped;
    expect(most).toBe(1);
  });

  it('tells an error and goes on', async () => {
    const errors: unknown[] = [];
    const work = () => Promise.reject(new Error('no'));
    const repetition = repeat(work, 500, (error) => errors.push(error));
    await jest.advanceTimersByTimeAsync(600);
    expect(errors).toEqual([new Error('no'), new Error('no')]);
    await repetition.stop();
  });

  it('stops for good, and waits for the round that runs', async () => {
    let ended = 0;
    const work = async () => {
      await new Promise((done) => setTimeout(done, 2_000));
      ended += 1;
    };
    const repetition = repeat(work, 500, noErrors);
    const stopped = repetition.stop();
    await jest.advanceTimersByTimeAsync(10_000);
    await stopped;
    expect(ended).toBe(1);
    expect(jest.getTimerCount()).toBe(0);
  });
});
