import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { run } from '../packages/cli/src/index.ts';
import { createMonitor } from '../packages/cli/src/serve/monitor.ts';
import { resolveSettings } from '../packages/cli/src/settings/settings.ts';
import { createContext } from '../packages/cli/test/support/context.ts';

// One number in turnscope.yaml, and everything that follows from it.

const changed = `thresholds:
  overrides:
    tactical: { response_error_ratio: { warning: 0.15, critical: 0.3 } }
`;
const name = 'TurnscopeResponseErrors';

interface Outcome {
  /** The severities in which the alert fires inside the process, when one response in ten fails. */
  readonly local: readonly string[];
  /** The warning limits of tactical agents in the gauge that dashboards draw their lines from. */
  readonly gauge: readonly number[];
  readonly rule: string;
  /** Of the panels that show it. */
  readonly dashboard: string;
  readonly figures: string;
  readonly runbook: string;
  readonly kubernetes: string;
}

let folder = '';
let before: Outcome;
let after: Outcome;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'turnscope-one-threshold-'));
  await writeFile(join(folder, 'turnscope.yaml'), '{}\n');
  before = await outcome();
  await writeFile(join(folder, 'turnscope.yaml'), changed);
  after = await outcome();
});

afterAll(() => rm(folder, { recursive: true }));

describe('one changed threshold', () => {
  it('changes the local alert', () => {
    expect([before.local, after.local]).toEqual([['warning'], []]);
  });

  it('changes the colours of a figure, for these agents', async () => {
    const file = (limits: string) => `thresholds: { overrides: { tactical: ${limits} } }\n`;
    await writeFile(
      join(folder, 'turnscope.yaml'),
      file('{ response_duration: { warning: 7, critical: 13 } }'),
    );
    const figures = await readDashboard('latency.json');
    expect(figures).toMatch(/"value":7\b/);
    expect(figures).toMatch(/"value":13\b/);
    expect(before.figures).not.toMatch(/"value":7\b/);
  });

  it('changes the gauge behind the lines of dashboards', () => {
    expect([before.gauge, after.gauge]).toEqual([[0.05], [0.15]]);
  });

  it('changes the rule, for Prometheus and for Kubernetes', () => {
    for (const text of [before.rule, before.kubernetes]) expect(text).not.toMatch(/0\.15\b/);
    for (const text of [after.rule, after.kubernetes]) {
      expect(text).toMatch(/process_type=~?"tactical"\} >= 0\.15\b/);
      expect(text).toMatch(/>= 0\.05\b/);
    }
  });

  it('changes the line of the dashboard, which is drawn from that gauge', () => {
    for (const { dashboard } of [before, after]) {
      expect(dashboard).toMatch(/turnscope_threshold\{[^}]*signal=\\"response_error_ratio\\"/);
    }
  });

  it('changes the runbook', () => {
    expect(before.runbook).toContain('| all | at or above 5 % | at or above 20 % |');
    expect(after.runbook).toContain('| `tactical` | at or above 15 % | at or above 30 % |');
    expect(after.runbook).toContain('| all others | at or above 5 % | at or above 20 % |');
  });
});

/** A dashboard as the command writes it for the turnscope.yaml that is there. */
async function readDashboard(file: string): Promise<string> {
  const context = createContext({ homeFolder: folder, workingFolder: folder });
  expect(await run(['mixin', 'generate', '--out', 'made'], context)).toBe(0);
  const path = join(folder, 'made', 'grafana', 'dashboards', file);
  return JSON.stringify(JSON.parse(await readFile(path, 'utf8')));
}

/** What serve and mixin generate make of the turnscope.yaml that is there. */
async function outcome(): Promise<Outcome> {
  const context = createContext({ homeFolder: folder, workingFolder: folder });
  expect(await run(['mixin', 'generate', '--out', 'made'], context)).toBe(0);
  const made = (path: string) => readFile(join(folder, 'made', path), 'utf8');
  const kubernetes = parse(await made('kubernetes/prometheus-rule.yaml'));
  return {
    ...(await judged(context)),
    rule: warningRule(parse(await made('rules/alerts.yml'))),
    dashboard: panelsOf(JSON.parse(await readDashboard('turns.json'))),
    figures: await readDashboard('latency.json'),
    runbook: await made(`docs/runbooks/${name}.md`),
    kubernetes: warningRule(kubernetes.spec),
  };
}

interface Groups {
  readonly groups: readonly {
    readonly rules: readonly {
      readonly alert?: string;
      readonly expr: string;
      readonly labels?: { readonly severity?: string };
    }[];
  }[];
}

function warningRule({ groups }: Groups): string {
  const rule = groups
    .flatMap(({ rules }) => rules)
    .find(({ alert, labels }) => alert === name && labels?.severity === 'warning');
  return rule?.expr ?? '';
}

/** The panels that ask for the share of failed responses, as text. */
function panelsOf({ panels }: { readonly panels: readonly { readonly targets?: unknown }[] }) {
  const asking = panels.filter(({ targets }) =>
    JSON.stringify(targets)?.includes('turnscope_signal_response_error_ratio'),
  );
  return JSON.stringify(asking);
}

/** The monitor of serve, to whose tactical agents one response in ten fails for twenty minutes. */
async function judged({ environment }: ReturnType<typeof createContext>) {
  let now = Date.UTC(2026, 10, 27, 9);
  const settings = await resolveSettings({}, environment);
  const stage = { processTypes: ['tactical'], demo: undefined };
  const monitor = createMonitor(settings, stage, { clock: { now: () => now } });
  monitor.enableSource('transcripts');
  for (let round = 0; round < 80; round += 1) {
    for (let response = 0; response < 10; response += 1) {
      monitor.recordResponse({
        conversationId: 'c',
        processType: 'tactical',
        durationSeconds: 1,
        outcome: response === 0 ? 'error' : 'success',
      });
    }
    now += 15_000;
    monitor.evaluate();
  }
  const firing = monitor
    .alerts()
    .filter((alert) => alert.name === name && alert.state === 'firing');
  const limits = monitor.collect().families.find((family) => family.name === 'turnscope_threshold');
  const shown = (limits?.series ?? []).filter(({ labelValues }) =>
    ['response_error_ratio', 'warning', 'tactical'].every((value) => labelValues.includes(value)),
  );
  return {
    local: firing.map(({ severity }) => severity),
    gauge: shown.map((series) => series.value(now)),
  };
}
