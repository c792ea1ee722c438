import { describe, expect, it } from '@jest/globals';
import {
  type AlertmanagerNotifierOptions,
  createAlertmanagerNotifier,
} from '../../../src/index.ts';
import type { AlertMessage } from '../../../src/notify/alertmanager/alert-message.ts';
import { alertOf, FakeMonitor } from '../../support/fake-monitor.ts';
import { FakeReceiver } from '../../support/fake-receiver.ts';
import { ManualTimers, rest } from '../../support/manual-timers.ts';

const minute = 60_000;
const start = Date.UTC(2026, 7, 3, 12);

/** A notifier whose clock runs with its timers from noon on. */
function notify(options: Partial<AlertmanagerNotifierOptions> = {}) {
  const monitor = new FakeMonitor();
  const receiver = new FakeReceiver();
  const timers = new ManualTimers();
  let now = start;
  const problems: string[] = [];
  const notifier = createAlertmanagerNotifier({
    monitor,
    url: 'http://am:9093/',
    instance: 'box',
    labels: { team: 'agents' },
    onProblem: ({ message }) => problems.push(message),
    outside: { clock: { now: () => now }, timers, fetch: receiver.fetch, random: () => 1 },
    ...options,
  });
  const pass = async (milliseconds: number) => {
    now += milliseconds;
    await timers.pass(milliseconds);
    await rest();
  };
  const sent = () => receiver.bodies as readonly (readonly AlertMessage[])[];
  return { monitor, receiver, timers, notifier, problems, pass, sent, now: () => now };
}

describe('createAlertmanagerNotifier', () => {
  it('sends what fires, as Alertmanager takes it', async () => {
    const { monitor, receiver, pass, sent } = notify({ generatorUrl: 'http://box:10464/' });
    monitor.fire(alertOf({ changedAt: start - 1_000 }));
    await pass(0);
    expect(receiver.urls).toEqual(['http://am:9093/api/v2/alerts']);
    expect(sent()).toEqual([
      [
        {
          labels: {
            alertname: 'TurnscopeSlowResponses',
            severity: 'critical',
            process_type: 'tactical',
            instance: 'box',
            team: 'agents',
            via: 'turnscope',
          },
          annotations: {
            summary: 'Responses to tactical agents are slow.',
            description: 'The latency score of their responses was 0.25.',
            value: '0.25',
            runbook_url:
              'https://github.com/turnscope/turnscope/blob/main/docs/runbooks/TurnscopeSlowResponses.md',
          },
          startsAt: '2026-08-03T11:59:59.000Z',
          endsAt: '2026-08-03T12:04:00.000Z',
          generatorURL: 'http://box:10464/',
        },
      ],
    ]);
  });

  it.each(['https://wiki.example/on-call', 'https://wiki.example/on-call/'])(
    'leads to runbooks that are read at %s',
    async (runbooks) => {
      const { monitor, pass, sent } = notify({ runbooks });
      monitor.fire(alertOf());
      await pass(0);
      expect(sent()[0]?.[0]?.annotations['runbook_url']).toBe(
        'https://wiki.example/on-call/TurnscopeSlowResponses.md',
      );
    },
  );

  it('leaves out the process type of an alert about the adapter', async () => {
    const { monitor, pass, sent } = notify();
    monitor.fire(alertOf({ processType: null }));
    await pass(0);
    expect(Object.keys(sent()[0]?.[0]?.labels ?? {})).not.toContain('process_type');
  });

  it('sends everything that fires in one evaluation in one request', async () => {
    const { monitor, pass, sent } = notify();
    const other = alertOf({ processType: 'strategic' });
    monitor.set([alertOf(), other], alertOf(), other);
    await pass(0);
    expect(sent().map((each) => each.length)).toEqual([2]);
  });

  it('sends it again each minute while it fires, with its value of then and its end moved on', async () => {
    const { monitor, pass, sent } = notify();
    monitor.fire(alertOf({ changedAt: start }));
    await pass(0);
    await pass(minute);
    monitor.set([alertOf({ changedAt: start, value: 0.5 })]);
    await pass(minute);
    expect(
      sent()
        .flat()
        .map(({ annotations, startsAt, endsAt }) => [
          annotations['value'],
          startsAt.slice(11, 19),
          endsAt.slice(11, 19),
        ]),
    ).toEqual([
      ['0.25', '12:00:00', '12:04:00'],
      ['0.25', '12:00:00', '12:05:00'],
      ['0.5', '12:00:00', '12:06:00'],
    ]);
    expect(monitor.evaluations).toBe(2);
  });

  it('sends its end at once and for five minutes, and then nothing', async () => {
    const { monitor, timers, pass, sent, notifier } = notify();
    const alert = alertOf({ changedAt: start });
    monitor.fire(alert);
    await pass(30_000);
    monitor.resolve(alert, start + 30_000);
    await pass(0);
    expect(sent().length).toBe(2);
    for (let round = 0; round < 10; round += 1) await pass(minute);
    expect(sent().length).toBe(2 + 5);
    const ends = new Set(
      sent()
        .slice(1)
        .map(([message]) => message?.endsAt),
    );
    expect(ends).toEqual(new Set(['2026-08-03T12:00:30.000Z']));
    expect(timers.waits).toEqual([]);
    expect(monitor.counted).toEqual({ sent: 7, failed: 0, dropped: 0, queued: 0 });
    await notifier.close();
    expect(monitor.counted.dropped).toBe(0);
  });

  it('tells a receiver that was away for a minute how things are, and not how they were', async () => {
    const { monitor, receiver, pass, sent, problems } = notify();
    receiver.otherwise = 'away';
    const other = alertOf({ processType: 'strategic' });
    monitor.fire(alertOf());
    await pass(10_000);
    monitor.fire(other);
    await pass(10_000);
    monitor.resolve(other, start + 20_000);
    await pass(45_000);
    receiver.otherwise = 200;
    const before = sent().length;
    expect(before).toBeLessThan(10);
    await pass(30_000);
    const [arrived = [], ...more] = sent().slice(before);
    expect(more).toEqual([]);
    expect(
      arrived.map(({ labels, endsAt }) => [labels['process_type'], endsAt > '2026-08-03T12:01']),
    ).toEqual([
      ['tactical', true],
      ['strategic', false],
    ]);
    expect(problems.length).toBe(1);
  });

  it('tells the end that came while it was telling the beginning', async () => {
    const { monitor, pass, sent } = notify();
    const alert = alertOf({ changedAt: start });
    monitor.fire(alert);
    while (sent().length === 0) await Promise.resolve();
    monitor.resolve(alert, start);
    await pass(0);
    expect(
      sent()
        .flat()
        .map(({ endsAt }) => endsAt.slice(11, 19)),
    ).toEqual(['12:04:00', '12:00:00']);
  });

  it('does not tell the end of what it never told', async () => {
    const { monitor, pass, sent } = notify();
    monitor.fire(alertOf());
    monitor.resolve(alertOf(), start);
    await pass(10 * minute);
    expect(sent()).toEqual([]);
    expect(monitor.counted).toEqual({ sent: 0, failed: 0, dropped: 1, queued: 0 });
  });

  it('begins a new alert when one fires again before its end was told', async () => {
    const { monitor, receiver, pass, sent } = notify();
    receiver.script = ['away'];
    const alert = alertOf({ changedAt: start });
    monitor.fire(alert);
    await pass(100);
    monitor.resolve(alert, start + 100);
    monitor.fire(alertOf({ changedAt: start + 200 }));
    await pass(2_000);
    expect(sent()[1]?.map(({ startsAt }) => startsAt)).toEqual(['2026-08-03T12:00:00.200Z']);
    expect(sent().length).toBe(2);
  });

  it('tries what is refused again in the next round only, and tells so once', async () => {
    const { monitor, receiver, pass, sent, problems } = notify();
    receiver.otherwise = 400;
    monitor.fire(alertOf());
    await pass(59_000);
    expect(sent().length).toBe(1);
    await pass(minute);
    expect(sent().length).toBe(2);
    expect(problems).toEqual(['http://am:9093: it answered 400; what was sent is not accepted']);
  });

  it('counts an end that nobody ever heard as dropped', async () => {
    const { monitor, receiver, pass } = notify();
    receiver.otherwise = 503;
    monitor.fire(alertOf());
    await pass(0);
    monitor.resolve(alertOf(), start);
    for (let round = 0; round < 10; round += 1) await pass(minute);
    expect(monitor.counted).toMatchObject({ sent: 0, dropped: 1, queued: 0 });
  });

  it('never says that an alert ends before it begins, though the clock was set back', async () => {
    const { monitor, pass, sent } = notify();
    monitor.fire(alertOf({ changedAt: start + 60 * minute }));
    await pass(0);
    monitor.resolve(alertOf(), start - minute);
    await pass(0);
    for (const { startsAt, endsAt } of sent().flat()) expect(startsAt <= endsAt).toBe(true);
  });

  it('holds a thousand alerts, and counts what finds no room', async () => {
    const { monitor, receiver, pass } = notify();
    receiver.otherwise = 'away';
    const many = Array.from({ length: 1_003 }, (_, at) => alertOf({ processType: `p${at}` }));
    monitor.set(many, ...many.slice(0, 1));
    await pass(0);
    expect(monitor.counted).toMatchObject({ queued: 1_000, dropped: 3 });
  });

  it('goes on when an evaluation throws', async () => {
    const { monitor, pass, sent, problems } = notify();
    monitor.fire(alertOf());
    monitor.evaluate = () => {
      throw new Error('broken');
    };
    await pass(minute);
    expect(problems).toEqual(['the alerts could not be evaluated']);
    expect(sent().length).toBe(2);
  });

  it('is not disturbed by what hears of its problems', async () => {
    const { monitor, receiver, pass, sent } = notify({
      onProblem() {
        throw new Error('broken');
      },
    });
    receiver.script = ['away'];
    monitor.fire(alertOf());
    await pass(2_000);
    expect(sent().length).toBe(2);
  });

  it('says nothing after its end, and counts what it could not say', async () => {
    const { monitor, receiver, notifier, timers, pass, sent } = notify();
    receiver.otherwise = 'away';
    monitor.fire(alertOf());
    await pass(0);
    await notifier.close();
    monitor.fire(alertOf({ processType: 'late' }));
    await pass(10 * minute);
    expect(sent().length).toBe(1);
    expect(timers.waits).toEqual([]);
    expect(monitor.counted).toEqual({ sent: 0, failed: 1, dropped: 1, queued: 0 });
  });

  it.each<{ options: Partial<AlertmanagerNotifierOptions>; message: string | RegExp }>([
    {
      options: { url: 'am:9093' },
      message: 'url must be a URL that begins with http:// or https://',
    },
    {
      options: { url: 'http://u:hush@am' },
      message: /^url must not hold a user name or password;(?!.*hush)/,
    },
    { options: { instance: '' }, message: 'instance must not be empty' },
    { options: { labels: { via: 'me' } }, message: /^labels\.via is a label that alerts carry/ },
    { options: { labels: { 'a-b': 'x' } }, message: /^labels\.a-b is no name of a label/ },
    {
      options: { resendSeconds: 0 },
      message: /^resendSeconds must be a finite number above 0, got 0/,
    },
    { options: { timeoutSeconds: Number.NaN }, message: /^timeoutSeconds must be .*, got NaN/ },
    { options: { runbooks: 'on-call' }, message: /^runbooks must be a URL that begins with/ },
    { options: { headers: { Host: 'x' } }, message: /^Host is a header that/ },
  ])('refuses $options', ({ options, message }) => {
    expect(() => notify(options)).toThrow(
      typeof message === 'string' ? new RangeError(message) : message,
    );
  });
});
