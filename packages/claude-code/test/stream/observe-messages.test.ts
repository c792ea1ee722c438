import { describe, expect, it } from '@jest/globals';
import { PerformanceMonitor } from '@turnscope/core';
import { type AgentMessage, observeMessages } from '../../src/index.ts';
import { answer, init, result, toolResult, useTool } from '../fixtures/stream-messages.ts';
import { createFakeClock } from '../support/fake-clock.ts';
import { sumSeries } from '../support/sum-series.ts';

const turn: readonly AgentMessage[] = [init(), answer('m1'), result()];

/** A monitor, and what it has counted. */
function createWatch(strict = false) {
  const clock = createFakeClock();
  const monitor = new PerformanceMonitor({ clock, zeroHoldSeconds: 0, strict });
  const read = (name: string, labelValue?: string) =>
    sumSeries(monitor.collect(), `turnscope_${name}`, labelValue);
  return { clock, monitor, read };
}

async function* streamOf(messages: readonly AgentMessage[]) {
  yield* messages;
}

async function collect<Message>(messages: AsyncIterable<Message>): Promise<readonly Message[]> {
  const all: Message[] = [];
  for await (const message of messages) all.push(message);
  return all;
}

describe('an observed stream', () => {
  it('passes the same messages, and records them', async () => {
    const { monitor, read } = createWatch();
    const passed = await collect(observeMessages(monitor, streamOf(turn)));
    expect(passed).toHaveLength(3);
    for (const [index, message] of passed.entries()) expect(message).toBe(turn[index]);
    expect([read('turns_total'), read('responses_total')]).toEqual([1, 1]);
  });

  it('reads nothing before it is asked, and nothing ahead', async () => {
    const asked: number[] = [];
    const source = {
      [Symbol.asyncIterator]: () => ({
        next: async () => ({
          done: false as const,
          value: turn[asked.push(asked.length) - 1] ?? init(),
        }),
      }),
    };
    const observed = observeMessages(createWatch().monitor, source);
    expect(asked).toEqual([]);
    await observed.next();
    expect(asked).toEqual([0]);
    await observed.next();
    expect(asked).toEqual([0, 1]);
  });

  it('passes on what the source returns, and what is sent to it', async () => {
    const sent: unknown[] = [];
    async function* source(): AsyncGenerator<AgentMessage, string, number> {
      sent.push(yield init());
      sent.push(yield result());
      return 'over';
    }
    const observed = observeMessages(createWatch().monitor, source());
    await observed.next();
    await observed.next(1);
    expect(await observed.next(2)).toEqual({ done: true, value: 'over' });
    expect(sent).toEqual([1, 2]);
  });

  it('ends with the error of the source, which fails the open turn', async () => {
    const { monitor, read, clock } = createWatch();
    const error = new Error('process exited with code 1');
    async function* source() {
      yield init();
      clock.advance(3);
      throw error;
    }
    await expect(collect(observeMessages(monitor, source()))).rejects.toBe(error);
    expect([read('turns_total'), read('turns_total', 'error')]).toEqual([1, 1]);
  });

  it('ends with the error of a source that throws at once', async () => {
    const error = new Error('closed');
    const source = {
      [Symbol.asyncIterator]: () => ({
        next: (): Promise<IteratorResult<AgentMessage, void>> => {
          throw error;
        },
      }),
    };
    await expect(observeMessages(createWatch().monitor, source).next()).rejects.toBe(error);
  });

  it('closes the source when the reader leaves, whose open turn was interrupted', async () => {
    const { monitor, read } = createWatch();
    let closed = false;
    async function* source() {
      try {
        yield* turn;
      } finally {
        closed = true;
      }
    }
    for await (const message of observeMessages(monitor, source())) {
      if (message.type === 'assistant') break;
    }
    expect(closed).toBe(true);
    expect([read('turns_total'), read('turns_total', 'interrupted')]).toEqual([1, 1]);
  });

  it('closes the source at the end of its scope', async () => {
    let closed = false;
    async function* source() {
      try {
        yield* turn;
      } finally {
        closed = true;
      }
    }
    {
      await using observed = observeMessages(createWatch().monitor, source());
      await observed.next();
    }
    expect(closed).toBe(true);
  });

  it('hands an error of the reader to the source, which may go on', async () => {
    const caught: unknown[] = [];
    async function* source() {
      try {
        yield init();
      } catch (error) {
        caught.push(error);
        yield result();
      }
    }
    const observed = observeMessages(createWatch().monitor, source());
    await observed.next();
    const error = new Error('enough');
    expect(await observed.throw(error)).toMatchObject({ done: false, value: { type: 'result' } });
    expect(caught).toEqual([error]);
  });

  it('rejects with the error of the reader, and closes, where the source cannot take it', async () => {
    const returned: unknown[] = [];
    const source = {
      [Symbol.asyncIterator]: () => ({
        next: async () => ({ done: false as const, value: init() }),
        return: async () => {
          returned.push('returned');
          return { done: true as const, value: undefined };
        },
      }),
    };
    const error = new Error('enough');
    const observed = observeMessages(createWatch().monitor, source);
    await expect(observed.throw(error)).rejects.toBe(error);
    expect(returned).toEqual(['returned']);
  });

  it('ends where the source cannot be closed', async () => {
    const source = {
      [Symbol.asyncIterator]: () => ({
        next: async () => ({ done: false as const, value: init() }),
      }),
    };
    const observed = observeMessages(createWatch().monitor, source);
    expect(await observed.return(undefined)).toEqual({ done: true, value: undefined });
  });

  it('passes a message that throws when it is read, and counts a defect', async () => {
    const { monitor, read } = createWatch();
    const passed = await collect(observeMessages(monitor, streamOf([poisoned(), ...turn])));
    expect(passed).toHaveLength(4);
    expect([read('turns_total'), read('source_parse_errors_total', 'defect')]).toEqual([1, 1]);
  });

  // The monitor has no such label: it refuses every event, and throws because it is strict.
  it('passes everything when the monitor is strict and refuses the events', async () => {
    const { monitor, read } = createWatch(true);
    const options = { labels: { nobody: 'knows' } };
    expect(await collect(observeMessages(monitor, streamOf(turn), options))).toEqual(turn);
    expect(read('turns_total')).toBe(0);
    expect(read('source_parse_errors_total', 'defect')).toBeGreaterThan(0);
  });

  it('passes everything when the clock throws', async () => {
    const { monitor, read } = createWatch();
    const clock = {
      now: () => {
        throw new Error('no time');
      },
    };
    const passed = await collect(observeMessages(monitor, streamOf(turn), { clock }));
    expect(passed).toEqual(turn);
    expect(read('source_parse_errors_total')).toBe(4);
  });

  it('of a monitor that is off records nothing', async () => {
    const monitor = new PerformanceMonitor({ enabled: false });
    expect(await collect(observeMessages(monitor, streamOf(turn)))).toEqual(turn);
    expect(monitor.collect().families).toEqual([]);
  });

  it('is timed by the clock when its messages come', async () => {
    const { monitor, clock } = createWatch();
    async function* source() {
      yield init();
      clock.advance(4);
      yield answer('m1');
      yield result();
    }
    const heard: number[] = [];
    monitor.on('observation', ({ metric, value }) => {
      if (metric === 'turnscope_response_duration_seconds') heard.push(value);
    });
    await collect(observeMessages(monitor, source(), { clock }));
    expect(heard).toEqual([4]);
  });
});

// The tool runs for ten minutes, and only what comes after it tells that the response before it is complete.
it('a slow response raises its breach when it is known, however long ago it was', async () => {
  const { monitor, clock } = createWatch();
  const heard: number[] = [];
  monitor.on('breach', ({ metric, value }) => {
    if (metric === 'response_duration') heard.push(value);
  });
  async function* source() {
    yield init();
    clock.advance(60);
    yield useTool('m1', 'Bash', 't1');
    clock.advance(600);
    yield toolResult('t1');
    clock.advance(1);
    yield answer('m2');
    yield result();
  }
  await collect(observeMessages(monitor, source(), { clock }));
  expect(heard).toEqual([60]);
});

function poisoned(): AgentMessage {
  return {
    get type(): string {
      throw new Error('poisoned');
    },
  };
}

describe('the silence of observed streams', () => {
  it('is shown while any of them works, and not while they wait for prompts', async () => {
    const { monitor, read, clock } = createWatch();
    const one = observeMessages(monitor, streamOf(turn), { clock });
    const two = observeMessages(monitor, streamOf(turn), { clock });
    const silence = () => {
      clock.advance(60);
      return read('source_silence_seconds');
    };
    await one.next();
    expect(silence()).toBe(60);
    await two.next();
    await collect(one);
    expect(silence()).toBeGreaterThan(0);
    await collect(two);
    expect(Number.isNaN(silence()) || silence() === 0).toBe(true);
  });
});
