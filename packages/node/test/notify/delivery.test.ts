import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Delivery, type DeliveryOptions, type Parcel } from '../../src/notify/delivery.ts';
import { realOutside } from '../../src/notify/outside.ts';
import { FakeMonitor } from '../support/fake-monitor.ts';
import { FakeReceiver } from '../support/fake-receiver.ts';
import { ManualTimers, rest } from '../support/manual-timers.ts';
import { useTemporaryFolder } from '../support/temporary-folder.ts';

const temporary = useTemporaryFolder();

/** A delivery of numbers, one in each request, with pauses of 1, 2, 4 and 8 seconds. */
function deliver(options: Partial<DeliveryOptions> = {}) {
  const receiver = new FakeReceiver();
  const timers = new ManualTimers();
  const monitor = new FakeMonitor();
  const queue: number[] = [];
  const outcomes: string[] = [];
  const problems: string[] = [];
  const next = (): Parcel | undefined =>
    queue[0] === undefined
      ? undefined
      : {
          body: JSON.stringify(queue[0]),
          notifications: 1,
          settle(outcome) {
            outcomes.push(outcome);
            if (outcome !== 'failed') queue.shift();
          },
        };
  const delivery = new Delivery({
    url: 'https://example.org/secret?key=secret',
    timeoutSeconds: 10,
    backOff: { firstMs: 1_000, mostMs: 8_000 },
    counter: monitor.enableNotifier(),
    onProblem: ({ message }) => problems.push(message),
    outside: realOutside({ timers, fetch: receiver.fetch, random: () => 1, variables: {} }),
    next,
    ...options,
  });
  const send = (...numbers: readonly number[]) => {
    queue.push(...numbers);
    delivery.wake();
  };
  return { delivery, receiver, timers, queue, outcomes, problems, send, counted: monitor.counted };
}

describe('Delivery', () => {
  it('sends one after the other, never two at a time', async () => {
    const { receiver, send, counted } = deliver();
    send(1, 2);
    send(3);
    await rest();
    await rest();
    send(4);
    await rest();
    expect(receiver.bodies).toEqual([1, 2, 3, 4]);
    expect(receiver.mostUnderWay).toBe(1);
    expect(counted).toMatchObject({ sent: 4, failed: 0 });
  });

  it('waits longer after each failure in a row, up to the longest, and begins anew after a success', async () => {
    const { receiver, timers, send, counted } = deliver();
    receiver.otherwise = 500;
    send(1);
    const waits: (number | undefined)[] = [];
    for (let attempt = 0; attempt < 6; attempt += 1) {
      await rest();
      const [wait] = timers.waits;
      waits.push(wait);
      if (attempt === 5) receiver.script = [200, 500];
      await timers.pass(wait ?? 0);
    }
    expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 8_000, 8_000]);
    expect(counted).toMatchObject({ sent: 1, failed: 6 });
    send(2);
    await rest();
    expect(timers.waits).toEqual([1_000]);
  });

  it('keeps to its pause when there is more to send', async () => {
    const { receiver, timers, send } = deliver();
    receiver.script = ['away'];
    send(1);
    await rest();
    send(2);
    await rest();
    expect(receiver.bodies).toEqual([1]);
    await timers.pass(1_000);
    await rest();
    expect(receiver.bodies).toEqual([1, 1, 2]);
  });

  it('leaves a receiver alone for as long as it asks, up to the longest pause', async () => {
    for (const [asked, wait] of [[5, 5_000] as const, [3_600, 8_000] as const]) {
      const headers = { 'retry-after': String(asked) };
      const fetch = async () => new Response(null, { status: 429, headers });
      const timers = new ManualTimers();
      const { send } = deliver({ outside: realOutside({ timers, fetch, random: () => 0 }) });
      send(1);
      await rest();
      expect(timers.waits).toEqual([wait]);
    }
  });

  it.each([400, 401, 404, 302])(
    'does not try %i again, and goes on with the next',
    async (code) => {
      const { receiver, send, outcomes, timers } = deliver();
      receiver.script = [code];
      send(1, 2);
      await rest();
      await rest();
      expect(receiver.bodies).toEqual([1, 2]);
      expect(outcomes).toEqual(['refused', 'accepted']);
      expect(timers.waits).toEqual([]);
    },
  );

  it('gives up an attempt that takes too long', async () => {
    const { receiver, timers, send, outcomes } = deliver();
    receiver.script = ['silent'];
    send(1);
    await timers.pass(9_999);
    expect(outcomes).toEqual([]);
    await timers.pass(1);
    await rest();
    expect(outcomes).toEqual(['failed']);
    await timers.pass(1_000);
    await rest();
    expect(outcomes).toEqual(['failed', 'accepted']);
  });

  it('tells a problem once until it is over or another one comes, and nothing secret', async () => {
    const { receiver, timers, send, problems } = deliver();
    receiver.script = ['away', 'away', 503, 503, 200, 'away'];
    send(1);
    await timers.pass(60_000);
    send(2);
    await timers.pass(60_000);
    const away = 'https://example.org: the request failed (ECONNREFUSED); it is tried again';
    expect(problems).toEqual([
      away,
      'https://example.org: it answered 503; it is tried again',
      away,
    ]);
  });

  it('reads a secret at each attempt, and tries again when it cannot', async () => {
    const file = join(temporary(), 'token');
    const { receiver, timers, send, outcomes, problems } = deliver({ bearerToken: { file } });
    send(1);
    await until(() => outcomes.length === 1);
    expect(problems).toEqual([
      `https://example.org: the file ${file} cannot be read (ENOENT); it is tried again`,
    ]);
    await writeFile(file, 'first\n');
    await timers.pass(1_000);
    await until(() => outcomes.length === 2);
    await writeFile(file, 'second\n');
    send(2);
    await until(() => outcomes.length === 3);
    expect(receiver.headers.map(({ authorization }) => authorization)).toEqual([
      'Bearer first',
      'Bearer second',
    ]);
  });

  it('goes on when what is to be sent cannot be written', async () => {
    let calls = 0;
    const { timers, delivery, problems } = deliver({
      next() {
        calls += 1;
        if (calls === 1) throw new Error('broken');
        return undefined;
      },
    });
    delivery.wake();
    await timers.pass(1_000);
    expect(problems).toEqual(['a delivery could not be made']);
    expect(calls).toBe(2);
  });
});

describe('close', () => {
  it('lets the running attempt end, and what waits behind it', async () => {
    const { delivery, receiver, send } = deliver();
    send(1, 2);
    await delivery.close();
    expect(receiver.bodies).toEqual([1, 2]);
  });

  it('cuts it after a second', async () => {
    const { delivery, receiver, timers, send, outcomes } = deliver();
    receiver.otherwise = 'silent';
    send(1, 2);
    await rest();
    const closed = delivery.close();
    await timers.pass(999);
    expect(outcomes).toEqual([]);
    await timers.pass(1);
    await closed;
    expect(outcomes).toEqual(['failed']);
    expect(timers.waits).toEqual([]);
  });

  it('does not wait for a pause, and sends nothing afterwards', async () => {
    const { delivery, receiver, timers, send } = deliver();
    receiver.otherwise = 'away';
    send(1);
    await rest();
    await delivery.close();
    await delivery.close();
    send(2);
    await timers.pass(60_000);
    expect(receiver.bodies).toEqual([1]);
  });
});

/** For what waits for the file system. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await rest();
}
