import { describe, expect, it } from '@jest/globals';
import type { Alert } from '@turnscope/core';
import fc from 'fast-check';
import {
  createAlertmanagerNotifier,
  createWebhookNotifier,
  type WebhookMessage,
} from '../../src/index.ts';
import type { AlertMessage } from '../../src/notify/alertmanager/alert-message.ts';
import { alertOf, FakeMonitor } from '../support/fake-monitor.ts';
import { FakeReceiver } from '../support/fake-receiver.ts';
import { ManualTimers, rest } from '../support/manual-timers.ts';

const names = ['a', 'b', 'c'];

/** What may happen: an alert fires or resolves, the receiver changes, time passes. */
const anyStep = fc.oneof(
  fc.record({ toggle: fc.constantFrom(...names) }),
  fc.record({ receiver: fc.constantFrom(200 as const, 503 as const, 'away' as const) }),
  fc.record({ seconds: fc.integer({ min: 0, max: 90 }) }),
);
type Step = { toggle: string } | { receiver: 200 | 503 | 'away' } | { seconds: number };
const anySteps = fc.array(anyStep as fc.Arbitrary<Step>, { maxLength: 40 });

/** A world in which steps happen to whatever notifier `create` makes. */
function world(create: (options: ReturnType<typeof parts>) => unknown) {
  const made = parts();
  create(made);
  const { monitor, receiver } = made;
  const firing = new Map<string, Alert>();
  const toggle = (processType: string) => {
    const known = firing.get(processType);
    const changedAt = made.now();
    if (known === undefined) {
      const alert = alertOf({ processType, changedAt, activeAt: changedAt });
      firing.set(processType, alert);
      monitor.fire(alert);
    } else {
      firing.delete(processType);
      monitor.resolve(known, changedAt);
    }
  };
  const happen = async (steps: readonly Step[]) => {
    for (const step of steps) {
      if ('toggle' in step) toggle(step.toggle);
      else if ('receiver' in step) receiver.otherwise = step.receiver;
      else await made.pass(step.seconds);
      await made.depart();
    }
    receiver.otherwise = 200;
    await made.pass(600);
  };
  return { ...made, firing, happen };
}

function parts() {
  const monitor = new FakeMonitor();
  const receiver = new FakeReceiver();
  const timers = new ManualTimers();
  let now = 1_000_000;
  const clock = { now: () => now };
  const outside = { timers, clock, fetch: receiver.fetch, random: () => 0.5 };
  // In steps far below the timeout of a request, which here takes no time.
  const pass = async (seconds: number) => {
    for (let left = seconds; left > 0; left -= 2) {
      const step = Math.min(left, 2) * 1000;
      now += step;
      await timers.pass(step);
      await rest();
    }
  };
  /** A millisecond, in which a request may depart and no answer comes. */
  const depart = async () => {
    now += 1;
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  };
  return { monitor, receiver, outside, pass, depart, now: clock.now };
}

describe('whatever happens', () => {
  it('an Alertmanager that answers again comes to know what fires and nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(anySteps, async (steps) => {
        const { receiver, firing, happen, now } = world(({ monitor, outside }) =>
          createAlertmanagerNotifier({ monitor, outside, url: 'http://am', instance: 'box' }),
        );
        await happen(steps);
        const known = new Map<string | undefined, AlertMessage>();
        for (const message of receiver.accepted.flat() as AlertMessage[]) {
          known.set(message.labels['process_type'], message);
        }
        const active = [...known].filter(([, { endsAt }]) => Date.parse(endsAt) > now());
        expect(new Set(active.map(([name]) => name))).toEqual(new Set(firing.keys()));
        for (const [name, { startsAt }] of active) {
          const { changedAt } = firing.get(name ?? '') as Alert;
          expect(startsAt).toBe(new Date(changedAt).toISOString());
        }
        expect(receiver.mostUnderWay).toBeLessThanOrEqual(1);
      }),
      { numRuns: 60 },
    );
  });

  it('a webhook that answers again has got each change once, in order', async () => {
    await fc.assert(
      fc.asyncProperty(anySteps, async (steps) => {
        const { receiver, firing, happen, monitor } = world(({ monitor, outside }) =>
          createWebhookNotifier({ monitor, outside, url: 'http://hook' }),
        );
        await happen(steps);
        const accepted = receiver.accepted as WebhookMessage[];
        const expected = steps.flatMap((step) => ('toggle' in step ? [step.toggle] : []));
        expect(accepted.map(({ alert }) => alert.processType)).toEqual(expected);
        expect(new Set(accepted.map(({ id }) => id)).size).toBe(expected.length);
        for (const name of names) {
          const last = accepted.findLast(({ alert }) => alert.processType === name);
          expect(last?.alert.state === 'firing').toBe(firing.has(name));
        }
        expect(monitor.counted).toMatchObject({ sent: expected.length, dropped: 0, queued: 0 });
        expect(receiver.mostUnderWay).toBeLessThanOrEqual(1);
      }),
      { numRuns: 60 },
    );
  });
});
