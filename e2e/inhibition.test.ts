import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeWith, tool } from '@turnscope/testing';
import { type AlertmanagerServer, startAlertmanagerWith } from './support/alertmanager-server.ts';
import { stackFile } from './support/stack-files.ts';

// The generated configuration in a real Alertmanager: what holds back what.

type Labels = Readonly<Record<string, string>>;

const agents = { process_type: 'tactical' };
const slow = { alertname: 'TurnscopeSlowTurns', ...agents };
const critical = { ...slow, severity: 'critical' };
const warning = { ...slow, severity: 'warning' };
const burn = {
  alertname: 'TurnscopeCompletionBurn',
  ...agents,
  severity: 'critical',
  instance: '',
};
const down = { alertname: 'TurnscopeDown', severity: 'critical' };
/** Turnscope itself knows no job. */
const direct = { via: 'turnscope', job: '' };

const rows: readonly [what: string, firing: Labels, told: Labels, isHeldBack: boolean][] = [
  ['a warning behind its critical alert', critical, warning, true],
  ['a critical alert behind its warning', warning, critical, false],
  ['a warning of other agents', critical, { ...warning, process_type: 'reviewer' }, false],
  ['a warning of another machine', critical, { ...warning, instance: 'here' }, false],
  [
    'a warning of something else',
    critical,
    { ...warning, alertname: 'TurnscopeLowCompletion' },
    false,
  ],
  [
    'a warning of the fleet behind its critical alert',
    burn,
    { ...burn, severity: 'warning' },
    true,
  ],
  ['agents of an exporter that is down', down, critical, true],
  ['agents of an exporter while another is down', down, { ...critical, instance: 'there' }, false],
  ['the fleet while an exporter is down', down, burn, false],
  ['the fleet while there is no exporter', { ...down, instance: '' }, burn, true],
  ['agents while there is no exporter', { ...down, instance: '' }, critical, true],
  ['what is told directly, behind its rule', critical, { ...critical, ...direct }, true],
  [
    'a warning that is told directly, behind the critical rule',
    critical,
    { ...warning, ...direct },
    true,
  ],
  ['a rule behind what is told directly', { ...critical, ...direct }, critical, false],
  [
    'what is told directly of other agents',
    critical,
    { ...critical, ...direct, process_type: 'reviewer' },
    false,
  ],
  [
    'what is told directly of an exporter that cannot be scraped',
    down,
    { ...critical, ...direct },
    false,
  ],
  [
    'an alert of somebody else',
    { ...down, instance: '' },
    { ...warning, alertname: 'DiskFull' },
    false,
  ],
];

describeWith(tool('prometheus-alertmanager'), 'an Alertmanager with the generated file', () => {
  let folder = '';
  let alertmanager: AlertmanagerServer;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'turnscope-inhibition-'));
    alertmanager = await startAlertmanagerWith(folder, stackFile('alertmanager.yml'));
    await post(
      alertmanager.url,
      rows.flatMap(([, firing, told], at) => [placed(firing, at), placed(told, at)]),
    );
  });
  afterAll(async () => {
    await alertmanager?.close();
    await rm(folder, { recursive: true });
  });

  it.each(rows.map((row, at) => [...row, at] as const))('%s', async (...row) => {
    const [, firing, told, isHeldBack, at] = row;
    const alerts = await alertmanager.alerts();
    const find = (labels: Labels) => alerts.find((each) => same(each.labels, placed(labels, at)));
    expect(find(firing)).toBeDefined();
    expect(find(told)?.status.inhibitedBy.length).toBe(isHeldBack ? 1 : 0);
  });
});

/** Each row has a place of its own; an empty label is none. */
function placed(labels: Labels, at: number): Labels {
  const all = { job: `job ${at}`, instance: `host-${at}:10464`, ...labels };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
}

function same(found: Labels, wanted: Labels): boolean {
  const keys = new Set([...Object.keys(found), ...Object.keys(wanted)]);
  return [...keys].every((key) => found[key] === wanted[key]);
}

async function post(url: string, alerts: readonly Labels[]): Promise<void> {
  const startsAt = new Date(Date.now() - 60_000).toISOString();
  const endsAt = new Date(Date.now() + 600_000).toISOString();
  const answer = await fetch(`${url}/api/v2/alerts`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(alerts.map((labels) => ({ labels, startsAt, endsAt }))),
  });
  expect(answer.status).toBe(200);
}
