import { createServer, type Server } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from '@jest/globals';
import { PerformanceMonitor } from '@turnscope/core';
import { createAlerting } from '../../src/serve/alerting.ts';
import type { Stage } from '../../src/serve/stage.ts';
import { resolveSettings } from '../../src/settings/settings.ts';
import { createContext } from '../support/context.ts';

let server: Server;
afterEach(() => {
  server.close();
  server.closeAllConnections();
});

/** A receiver of both kinds on loopback, a monitor with its alerting, and what was received and told. */
async function stage(demo?: Stage['demo'], code = 200) {
  const received: { path: string | undefined; body: unknown }[] = [];
  server = createServer(async (request, response) => {
    received.push({ path: request.url, body: JSON.parse(await text(request)) });
    response.writeHead(code).end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  const settings = await resolveSettings({}, createContext().environment);
  const receiver = { url, timeoutSeconds: undefined };
  const alertmanagers = [receiver];
  const webhooks = [{ ...receiver, url: `${url}/hook?key=hush` }];
  let now = Date.now();
  const monitor = new PerformanceMonitor({ clock: { now: () => now } });
  const problems: string[] = [];
  const alerting = createAlerting({
    settings: {
      notify: { ...settings.notify, runbooks: 'https://wiki.example/', alertmanagers, webhooks },
    },
    stage: { demo },
    monitor,
    problems: {
      tell: (line) => void problems.push(line),
      tellOnce: (what, error) => void problems.push(`${what}: ${(error as Error).message}`),
    },
  });
  const beSlow = () => {
    for (let second = 0; second <= 900; second += 15) {
      monitor.recordResponse({
        conversationId: 'c',
        processType: 'tactical',
        durationSeconds: 60,
        outcome: 'success',
      });
      now += 15_000;
      monitor.evaluate();
    }
  };
  return { alerting, received, problems, beSlow, url };
}

describe('createAlerting', () => {
  it('tells every receiver of an alert', async () => {
    const { alerting, received, problems, beSlow } = await stage();
    alerting.start();
    beSlow();
    await alerting.close();
    const sorted = received.toSorted((a, b) => String(a.path).localeCompare(String(b.path)));
    expect(sorted).toMatchObject([
      {
        path: '/api/v2/alerts',
        body: [
          {
            labels: { alertname: 'TurnscopeSlowResponses', instance: 'box' },
            annotations: { runbook_url: 'https://wiki.example/TurnscopeSlowResponses.md' },
          },
        ],
      },
      {
        path: '/hook?key=hush',
        body: {
          instance: 'box',
          runbookUrl: 'https://wiki.example/TurnscopeSlowResponses.md',
          alert: { name: 'TurnscopeSlowResponses', state: 'firing' },
        },
      },
    ]);
    expect(problems).toEqual([]);
  });

  it('tells the journal of a receiver that refuses, without what may be secret', async () => {
    const { alerting, problems, beSlow, url } = await stage(undefined, 403);
    alerting.start();
    beSlow();
    await alerting.close();
    const line = `notifying failed: ${url}: it answered 403; what was sent is not accepted`;
    expect(problems).toEqual([line, line]);
  });

  it('tells nobody of the alerts of a demo', async () => {
    const demo = { advance: async () => 0, ledger: () => ({}) as never, close: async () => {} };
    const { alerting, received, problems, beSlow } = await stage(demo);
    alerting.start();
    beSlow();
    await alerting.close();
    expect(received).toEqual([]);
    expect(problems).toEqual(['the demo notifies nobody: its agents are imaginary']);
  });
});
