import { describe, expect, it } from '@jest/globals';
import { followAlerts } from '../../src/notify/follow-alerts.ts';
import { alertOf, FakeMonitor } from '../support/fake-monitor.ts';

const critical = alertOf();
const warning = alertOf({ severity: 'warning' });
const inhibited = alertOf({ severity: 'warning', inhibited: true });
const ended = (alert: typeof critical) => ({ ...alert, state: 'resolved' as const });

function follow(monitor: FakeMonitor) {
  const heard: string[] = [];
  const stop = followAlerts(monitor, {
    fired: ({ severity }) => heard.push(`${severity} fired`),
    resolved: ({ severity }) => heard.push(`${severity} resolved`),
  });
  return { heard, stop };
}

describe('followAlerts', () => {
  it('tells of what fires already, once', () => {
    const monitor = new FakeMonitor();
    monitor.set([critical, alertOf({ severity: 'warning', state: 'pending' })]);
    const { heard } = follow(monitor);
    monitor.set([critical], critical);
    expect(heard).toEqual(['critical fired']);
  });

  it.each([
    {
      name: 'both at once: the critical one only',
      changes: [
        { active: [critical, inhibited], changed: [critical, inhibited] },
        { active: [], changed: [ended(critical), ended(warning)] },
      ],
      heard: ['critical fired', 'critical resolved'],
    },
    {
      name: 'the warning first: each once',
      changes: [
        { active: [warning], changed: [warning] },
        { active: [critical, inhibited], changed: [critical] },
        { active: [warning], changed: [ended(critical)] },
        { active: [], changed: [ended(warning)] },
      ],
      heard: ['warning fired', 'critical fired', 'critical resolved', 'warning resolved'],
    },
    {
      name: 'the warning lasts longer: it is told when the critical one is over',
      changes: [
        { active: [critical, inhibited], changed: [critical, inhibited] },
        { active: [warning], changed: [ended(critical)] },
        { active: [], changed: [ended(warning)] },
      ],
      heard: ['critical fired', 'critical resolved', 'warning fired', 'warning resolved'],
    },
    {
      name: 'again after its end',
      changes: [
        { active: [critical], changed: [critical] },
        { active: [], changed: [ended(critical)] },
        { active: [critical], changed: [critical] },
      ],
      heard: ['critical fired', 'critical resolved', 'critical fired'],
    },
  ])('$name', ({ changes, heard }) => {
    const monitor = new FakeMonitor();
    const following = follow(monitor);
    for (const { active, changed } of changes) monitor.set(active, ...changed);
    expect(following.heard).toEqual(heard);
  });

  it('tells alerts of different process types apart', () => {
    const monitor = new FakeMonitor();
    const { heard } = follow(monitor);
    monitor.fire(critical);
    monitor.fire(alertOf({ processType: 'strategic' }));
    monitor.fire(alertOf({ processType: null }));
    expect(heard.length).toBe(3);
  });

  it('ends', () => {
    const monitor = new FakeMonitor();
    const { heard, stop } = follow(monitor);
    stop();
    monitor.fire(critical);
    expect(heard).toEqual([]);
  });
});
