import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parseConfig, readConfigFile } from '../../src/settings/config-file.ts';
import { createContext } from '../support/context.ts';
import { useTemporaryFolder } from '../support/temporary-folder.ts';

const temporary = useTemporaryFolder();
const { environment } = createContext();

const whole = `
transcripts: [~/.claude/projects, ./more]
from: start
stateDir: /var/lib/turnscope
web:
  listenAddress: ":9000"
  telemetryPath: /agents
log: { level: warn, format: json }
processTypes:
  - { model: claude-opus-*, processType: planner }
  - { entrypoint: sdk-ts, folder: /srv/*, role: subagent, processType: bot }
labels:
  project:
    - { folder: '*/shop/*', value: shop }
    - { folder: '*/billing/*', entrypoint: cli, value: billing }
  team: [{ model: claude-opus-*, value: research }]
tools: { mcp: [mcp__github__create_issue] }
thresholds:
  profile: chat
  overrides:
    planner: { response_duration: { warning: 1, critical: 2 } }
evaluation: { interval: 30s, history: 7d }
notify:
  instance: my-host
  labels: { team: agents }
  runbooks: https://wiki.example/agents/
  alertmanager:
    - { url: http://127.0.0.1:9093, bearerTokenFile: ./token, timeout: 5s }
  webhooks:
    - url: https://example.org/hook
      headers: { X-Key: { env: KEY }, X-Scope: plain }
      basicAuth: { username: ada, passwordEnv: PASSWORD }
mixin:
  job: agents
  runbooks: https://wiki.example/on-call
  grafana: https://grafana.example/
  slo: { completion: 0.999, response_latency: 0.9 }
limits: { processTypes: 5, models: 6, tools: 7, rows: 8, conversations: 9 }
`;

describe('parseConfig', () => {
  it('takes everything that may stand in the file', () => {
    expect(parseConfig(whole, 'turnscope.yaml')).toEqual({
      transcripts: ['~/.claude/projects', './more'],
      from: 'start',
      stateDir: '/var/lib/turnscope',
      web: { listenAddress: { host: '', port: 9_000 }, telemetryPath: '/agents' },
      log: { level: 'warn', format: 'json' },
      processTypes: [
        { model: 'claude-opus-*', processType: 'planner' },
        { entrypoint: 'sdk-ts', folder: '/srv/*', role: 'subagent', processType: 'bot' },
      ],
      labels: {
        project: [
          { folder: '*/shop/*', value: 'shop' },
          { folder: '*/billing/*', entrypoint: 'cli', value: 'billing' },
        ],
        team: [{ model: 'claude-opus-*', value: 'research' }],
      },
      tools: { mcp: ['mcp__github__create_issue'] },
      thresholds: {
        profile: 'chat',
        overrides: { planner: { response_duration: { warning: 1, critical: 2 } } },
      },
      evaluation: { interval: 30, history: 604_800 },
      notify: {
        instance: 'my-host',
        labels: { team: 'agents' },
        runbooks: 'https://wiki.example/agents/',
        alertmanager: [{ url: 'http://127.0.0.1:9093', bearerTokenFile: './token', timeout: 5 }],
        webhooks: [
          {
            url: 'https://example.org/hook',
            headers: { 'X-Key': { env: 'KEY' }, 'X-Scope': 'plain' },
            basicAuth: { username: 'ada', passwordEnv: 'PASSWORD' },
          },
        ],
      },
      mixin: {
        job: 'agents',
        runbooks: 'https://wiki.example/on-call/',
        grafana: 'https://grafana.example/',
        slo: { completion: 0.999, response_latency: 0.9 },
      },
      limits: { processTypes: 5, models: 6, tools: 7, rows: 8, conversations: 9 },
    });
  });

  it.each(['', '# nothing but a comment\n', '{}'])('takes an empty file (%j)', (text) => {
    expect(parseConfig(text, 'turnscope.yaml')).toEqual({});
  });

  it.each([
    {
      name: 'an unknown key that is near a known one',
      text: 'web:\n  listenAdress: ":9000"\n',
      message: 'f.yaml:2: web: unknown key "listenAdress"; did you mean "listenAddress"?',
    },
    {
      name: 'an unknown key that is near nothing',
      text: '\nweb:\n  colour: red\n',
      message: 'f.yaml:3: web: unknown key "colour"; known here: listenAddress, telemetryPath',
    },
    {
      name: 'an unknown key at the top',
      text: '# mine\ntranscript: [x]\n',
      message: 'f.yaml:2: unknown key "transcript"; did you mean "transcripts"?',
    },
    {
      name: 'an unknown key in a list',
      text: 'processTypes:\n  - processType: a\n  - processType: b\n    modell: x\n',
      message: 'f.yaml:4: processTypes[1]: unknown key "modell"; did you mean "model"?',
    },
    {
      name: 'an unknown threshold',
      text: 'thresholds:\n  overrides:\n    tactical:\n      restart_1h: { warning: 1, critical: 2 }\n',
      message:
        'f.yaml:4: thresholds.overrides.tactical: unknown key "restart_1h"; did you mean "restarts_1h"?',
    },
    {
      name: 'a value of the wrong type',
      text: 'limits:\n  rows: many\n',
      message: 'f.yaml:2: limits.rows: expected number, received string',
    },
    {
      name: 'a limit out of bounds',
      text: 'limits: { models: 0 }\n',
      message: 'f.yaml:1: limits.models: expected number to be >=1',
    },
    {
      name: 'a rule without its process type',
      text: 'processTypes:\n  - model: x\n',
      message: 'f.yaml:2: processTypes[0].processType: is missing',
    },
    {
      name: 'a wrong address',
      text: 'web:\n  listenAddress: 10464\n',
      message: 'f.yaml:2: web.listenAddress: expected string, received number',
    },
    {
      name: 'an address without a port',
      text: 'web:\n\n  listenAddress: localhost\n',
      message:
        'f.yaml:3: web.listenAddress: must be HOST:PORT, :PORT or [IPv6]:PORT with a port up to 65535, for example 127.0.0.1:10464; got localhost',
    },
    {
      name: 'a telemetry path that is taken',
      text: 'web: { telemetryPath: / }\n',
      message:
        'f.yaml:1: web.telemetryPath: is taken by another page; taken are /, /-/healthy, /-/ready, /api/v1/report, /api/v1/alerts, /api/v1/signals; got /',
    },
    {
      name: 'an unknown profile',
      text: 'thresholds: { profile: coding }\n',
      message: 'f.yaml:1: thresholds.profile: expected one of "chat"|"coding-agent"',
    },
    {
      name: 'an unknown beginning',
      text: 'from: today\n',
      message: 'f.yaml:1: from: expected one of "now"|"start"',
    },
    {
      name: 'a list where sections are expected',
      text: '- web\n',
      message: 'f.yaml:1: expected object, received array',
    },
    {
      name: 'an empty section',
      text: 'limits:\nweb:\n',
      message: [
        'f.yaml:1: limits: expected object, received null',
        'f.yaml:2: web: expected object, received null',
      ].join('\n'),
    },
    {
      name: 'a key that is there twice',
      text: 'tools: {}\ntools: {}\n',
      message: 'f.yaml:2: Map keys must be unique',
    },
    {
      name: 'what is no YAML',
      text: 'web: [\n',
      message: expect.stringMatching(/^f\.yaml:\d: /),
    },
  ])('says what is wrong and where: $name', ({ text, message }) => {
    expect(thrownBy(() => parseConfig(text, 'f.yaml'))).toMatchObject({ exitCode: 2, message });
  });
});

describe('readConfigFile', () => {
  it('names the file in what it says', async () => {
    const file = join(temporary(), 'turnscope.yaml');
    await writeFile(file, 'wep: {}\n');
    await expect(readConfigFile(file, environment)).rejects.toMatchObject({
      message: `${file}:1: unknown key "wep"; did you mean "web"?`,
    });
  });

  it('says that a file cannot be read and how to name another', async () => {
    const file = join(temporary(), 'missing.yaml');
    await expect(readConfigFile(file, environment)).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringMatching(
        /^the configuration .*missing\.yaml cannot be read \(ENOENT.*\); name another with --config FILE$/,
      ),
    });
  });
});

function thrownBy(act: () => unknown): unknown {
  try {
    return act();
  } catch (error) {
    return error;
  }
}
