import { describe, expect, it } from '@jest/globals';
import {
  createWebhookNotifier,
  type WebhookMessage,
  type WebhookNotifierOptions,
} from '../../../src/index.ts';
import { alertOf, FakeMonitor } from '../../support/fake-monitor.ts';
import { FakeReceiver } from '../../support/fake-receiver.ts';
import { useHttpReceiver } from '../../support/http-receiver.ts';
import { ManualTimers, rest } from '../../support/manual-timers.ts';

const startReceiver = useHttpReceiver();

function notify(options: Partial<WebhookNotifierOptions> = {}) {
  const monitor = new FakeMonitor();
  const receiver = new FakeReceiver();
  const timers = new ManualTimers();
  const problems: string[] = [];
  const notifier = createWebhookNotifier({
    monitor,
    url: 'https://example.org/hook',
    instance: 'box',
    labels: { team: 'agents' },
    onProblem: ({ message }) => problems.push(message),
    outside: { timers, fetch: receiver.fetch, random: () => 1, variables: { TOKEN: 'hush' } },
    ...options,
  });
  const sent = () => receiver.bodies as readonly WebhookMessage[];
  return { monitor, receiver, timers, notifier, problems, sent };
}

describe('createWebhookNotifier', () => {
  it('sends one message when an alert fires and one when it has resolved', async () => {
    const { monitor, receiver, timers, sent } = notify({
      headers: { Authorization: { env: 'TOKEN' } },
      runbooks: 'https://wiki.example/on-call',
    });
    const alert = alertOf();
    monitor.fire(alert);
    await timers.pass(600_000);
    monitor.resolve(alert, 901_000);
    await timers.pass(600_000);
    const common = {
      version: 1,
      instance: 'box',
      labels: { team: 'agents' },
      runbookUrl: 'https://wiki.example/on-call/TurnscopeSlowResponses.md',
    };
    expect(sent()).toEqual([
      { ...common, id: expect.stringMatching(/^[\da-f]{32}$/), alert },
      {
        ...common,
        id: expect.any(String),
        alert: { ...alert, state: 'resolved', changedAt: 901_000 },
      },
    ]);
    expect(receiver.headers).toEqual(
      sent().map(({ id }) =>
        expect.objectContaining({ authorization: 'hush', 'idempotency-key': id }),
      ),
    );
    expect(new Set(sent().map(({ id }) => id)).size).toBe(2);
  });

  it('says null where there is no process type and no instance', async () => {
    const { monitor, sent, timers } = notify({ instance: undefined });
    monitor.fire(alertOf({ processType: null }));
    await timers.pass(0);
    expect(sent()).toMatchObject([
      {
        instance: null,
        runbookUrl: expect.stringMatching(/^https:\/\/github\.com\/turnscope\/.+\.md$/),
        alert: { processType: null },
      },
    ]);
  });

  it('sends no warning that its critical alert inhibits', async () => {
    const { monitor, sent, timers } = notify();
    const warning = alertOf({ severity: 'warning', inhibited: true });
    monitor.set([alertOf(), warning], alertOf(), warning);
    await timers.pass(0);
    expect(sent().map(({ alert }) => alert.severity)).toEqual(['critical']);
  });

  it('sends the same message with the same id until it is accepted, and the next one after it', async () => {
    const { monitor, receiver, timers, sent } = notify();
    receiver.script = ['away', 500, 429];
    monitor.fire(alertOf());
    monitor.fire(alertOf({ processType: 'strategic' }));
    await timers.pass(10_000);
    await rest();
    expect(sent().map(({ alert }) => alert.processType)).toEqual([
      'tactical',
      'tactical',
      'tactical',
      'tactical',
      'strategic',
    ]);
    expect(new Set(sent().map(({ id }) => id)).size).toBe(2);
    expect(monitor.counted).toEqual({ sent: 2, failed: 3, dropped: 0, queued: 0 });
  });

  it('gives up what is refused', async () => {
    const { monitor, receiver, timers, problems } = notify();
    receiver.script = [404];
    monitor.fire(alertOf());
    monitor.fire(alertOf({ processType: 'strategic' }));
    await timers.pass(600_000);
    expect(monitor.counted).toEqual({ sent: 1, failed: 1, dropped: 1, queued: 0 });
    expect(problems).toEqual([
      'https://example.org: it answered 404; what was sent is not accepted',
    ]);
  });

  it('gives up a message after twenty attempts, about an hour', async () => {
    const { monitor, receiver, timers } = notify();
    receiver.otherwise = 'away';
    monitor.fire(alertOf());
    await timers.pass(50 * 60_000);
    expect(monitor.counted.dropped).toBe(0);
    await timers.pass(30 * 60_000);
    expect(monitor.counted).toEqual({ sent: 0, failed: 20, dropped: 1, queued: 0 });
  });

  it('keeps a hundred messages, the latest and the one that is under way', async () => {
    const { monitor, receiver, timers, sent } = notify();
    receiver.script = ['silent'];
    for (let at = 0; at < 105; at += 1) {
      monitor.fire(alertOf({ processType: `p${at}` }));
      await rest();
    }
    expect(monitor.counted).toMatchObject({ queued: 100, dropped: 5 });
    await timers.pass(60_000);
    while (monitor.counted.queued > 0) await rest();
    const names = new Set(sent().map(({ alert }) => alert.processType));
    expect(names.size).toBe(100);
    expect([...names].slice(0, 2)).toEqual(['p0', 'p6']);
  });

  it('drops what waits at its end', async () => {
    const { monitor, receiver, notifier } = notify();
    receiver.otherwise = 'away';
    monitor.fire(alertOf());
    await rest();
    await notifier.close();
    expect(monitor.counted).toEqual({ sent: 0, failed: 1, dropped: 1, queued: 0 });
  });

  it('works over a real connection', async () => {
    const { url, received } = await startReceiver((response) => response.writeHead(204).end());
    const monitor = new FakeMonitor();
    const bearerToken = { env: 'TOKEN' };
    const outside = { variables: { TOKEN: 'hush' } };
    const notifier = createWebhookNotifier({ monitor, url: `${url}/hook`, bearerToken, outside });
    monitor.fire(alertOf());
    await notifier.close();
    expect(received).toMatchObject([
      { method: 'POST', url: '/hook', headers: { authorization: 'Bearer hush' } },
    ]);
    expect(monitor.counted).toEqual({ sent: 1, failed: 0, dropped: 0, queued: 0 });
  });
});
