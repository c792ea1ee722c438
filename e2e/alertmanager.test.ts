import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { PerformanceMonitor } from '@turnscope/core';
import { createAlertmanagerNotifier, type Notifier } from '@turnscope/node';
import { describeWith, tool } from '@turnscope/testing';
import { useHttpReceiver } from '../packages/node/test/support/http-receiver.ts';
import { ManualTimers } from '../packages/node/test/support/manual-timers.ts';
import { type AlertmanagerServer, startAlertmanager } from './support/alertmanager-server.ts';

// A real Alertmanager, a real connection, and a monitor whose time the test lets pass: it began two hours ago, so that
// everything it says lies in the past of Alertmanager's clock.

const hourMs = 3_600_000;
const startReceiver = useHttpReceiver();

interface Stage {
  readonly monitor: PerformanceMonitor;
  readonly timers: ManualTimers;
  /** Lets the monitor's time pass, with something done every fifteen seconds, and evaluates each time. */
  during(seconds: number, act?: () => void): void;
  readonly now: () => number;
}

let folder = '';
let alertmanager: AlertmanagerServer;
let notifier: Notifier;

function setStage(): Stage {
  let now = Date.now() - 2 * hourMs;
  const monitor = new PerformanceMonitor({ clock: { now: () => now } });
  const timers = new ManualTimers();
  const outside = { timers, random: () => 1 };
  const { url } = alertmanager;
  notifier = createAlertmanagerNotifier({ monitor, url, instance: 'e2e', outside });
  monitor.evaluate();
  return {
    monitor,
    timers,
    now: () => now,
    during(seconds, act = () => {}) {
      for (let passed = 0; passed < seconds; passed += 15) {
        act();
        now += 15_000;
        monitor.evaluate();
      }
    },
  };
}

describeWith(tool('prometheus-alertmanager'), 'a real Alertmanager', () => {
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'turnscope-alertmanager-'));
  });
  afterEach(async () => {
    await notifier.close();
    await alertmanager.close();
    await rm(folder, { recursive: true });
  });

  it('holds exactly one alert of a slow history, also after it was away, and its end', async () => {
    const { url, received } = await startReceiver((response) => response.end());
    alertmanager = await startAlertmanager(folder, url);
    const { monitor, timers, during } = setStage();
    const respond = (durationSeconds: number) => () => recordResponse(monitor, durationSeconds);

    during(900, respond(60));
    const [alert, ...others] = await until(alertmanager.alerts, ({ length }) => length > 0);
    expect(others).toEqual([]);
    expect(alert).toMatchObject({
      labels: {
        alertname: 'TurnscopeSlowResponses',
        severity: 'critical',
        process_type: 'tactical',
        instance: 'e2e',
        via: 'turnscope',
      },
      annotations: { summary: 'Responses to tactical agents are slow.' },
    });
    expect(Date.parse(alert?.endsAt ?? '') - Date.now()).toBeGreaterThan(200_000);
    await until(
      async () => notified(received),
      ({ length }) => length > 0,
    );

    await alertmanager.close();
    during(60, respond(60));
    await until(
      async () => {
        await timers.pass(1_000);
        return counted(monitor, 'failed');
      },
      (failed) => failed >= 5,
    );
    await alertmanager.restart();
    await until(
      async () => {
        await timers.pass(1_000);
        return alertmanager.alerts();
      },
      ({ length }) => length > 0,
    );
    expect(await alertmanager.alerts()).toMatchObject([
      { labels: { alertname: 'TurnscopeSlowResponses', severity: 'critical' } },
    ]);

    during(2_400, respond(1));
    expect(monitor.alerts()).toEqual([]);
    await until(alertmanager.alerts, ({ length }) => length === 0);
    await until(
      async () => notified(received),
      ({ length }) => length > 1,
    );
    expect(notified(received)).toEqual([
      'firing TurnscopeSlowResponses critical',
      'resolved TurnscopeSlowResponses critical',
    ]);
  });

  it('hears nothing of what is older than five minutes', async () => {
    const { url, received } = await startReceiver((response) => response.end());
    alertmanager = await startAlertmanager(folder, url);
    const { monitor, timers, during, now } = setStage();
    during(60);
    const at = now() - hourMs;
    const events = 200;
    for (let event = 0; event < events; event += 1) recordResponse(monitor, 60, at + event * 1_000);
    during(1_800);
    await timers.pass(600_000);
    expect(recorded(monitor)).toBe(events);
    expect({ active: monitor.alerts(), resolved: monitor.resolvedAlerts() }).toEqual({
      active: [],
      resolved: [],
    });
    expect(await alertmanager.alerts()).toEqual([]);
    expect(counted(monitor, 'sent') + counted(monitor, 'failed')).toBe(0);
    expect(received).toEqual([]);
  });
});

function recordResponse(monitor: PerformanceMonitor, durationSeconds: number, at?: number): void {
  monitor.recordResponse({
    conversationId: 'c',
    processType: 'tactical',
    durationSeconds,
    outcome: 'success',
    at,
  });
}

/** What Alertmanager told its webhook, in order. */
function notified(received: readonly { readonly body: string }[]): readonly string[] {
  return received.flatMap(({ body }) =>
    (JSON.parse(body) as Told).alerts.map(
      ({ status, labels }) => `${status} ${labels['alertname']} ${labels['severity']}`,
    ),
  );
}

interface Told {
  readonly alerts: readonly {
    readonly status: string;
    readonly labels: Readonly<Record<string, string>>;
  }[];
}

function counted(monitor: PerformanceMonitor, outcome: string): number {
  return sumOf(monitor, 'turnscope_notifications_total', outcome);
}

function recorded(monitor: PerformanceMonitor): number {
  return sumOf(monitor, 'turnscope_responses_total', 'success');
}

/** Over all series that have a label of this value. */
function sumOf(monitor: PerformanceMonitor, name: string, label: string): number {
  const { now, families } = monitor.collect();
  const series = families.find((family) => family.name === name)?.series ?? [];
  return series
    .filter(({ labelValues }) => labelValues.includes(label))
    .reduce((sum, each) => sum + each.value(now), 0);
}

async function until<Value>(
  ask: () => Promise<Value>,
  holds: (value: Value) => boolean,
): Promise<Value> {
  for (;;) {
    const value = await ask();
    if (holds(value)) return value;
    await new Promise((done) => setTimeout(done, 50));
  }
}
