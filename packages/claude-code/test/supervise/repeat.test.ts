import { beforeEach, describe, expect, it } from '@jest/globals';
import { repeat } from '../../src/supervise/repeat.ts';

let due: { readonly milliseconds: number; readonly work: () => void }[] = [];
const timers = {
  after(milliseconds: number, work: () => void) {
    const timer = { milliseconds, work };
    due.push(timer);
    return () => {
      due = due.filter((each) => each !== timer);
    };
  },
};

/** Lets the one timer that waits be over, and what it started get on. */
async function pass(): Promise<void> {
  for (const { work } of due.splice(0)) work();
  await new Promise(setImmediate);
}

beforeEach(() => {
  due = [];
});

describe('what is repeated', () => {
  it('is done again so long after it was done, also when it failed', async () => {
    let times = 0;
    repeat(
      async () => {
        times += 1;
        if (times === 1) throw new Error('once');
      },
      250,
      timers,
    );
    await pass();
    await pass();
    expect({ times, waits: due.map(({ milliseconds }) => milliseconds) }).toEqual({
      times: 2,
      waits: [250],
    });
  });

  it('waits for what takes long before its pause begins', async () => {
    let finish = () => {};
    repeat(() => new Promise<void>((done) => (finish = done)), 250, timers);
    await pass();
    expect(due).toEqual([]);
    finish();
    await new Promise(setImmediate);
    expect(due).toHaveLength(1);
  });

  it('ends when that is asked for, in its pause or while it is done', async () => {
    let finish = () => {};
    const endInPause = repeat(async () => {}, 250, timers);
    endInPause();
    expect(due).toEqual([]);
    const end = repeat(() => new Promise<void>((done) => (finish = done)), 250, timers);
    await pass();
    end();
    finish();
    await new Promise(setImmediate);
    expect(due).toEqual([]);
  });
});
