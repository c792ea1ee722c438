import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { resolveSettings } from '../../src/settings/settings.ts';
import { useTemporaryFolder } from '../support/temporary-folder.ts';

const temporary = useTemporaryFolder();

function environment(variables: Readonly<Record<string, string>> = {}) {
  return { variables, homeFolder: '/home/ann', workingFolder: temporary(), hostName: 'box' };
}

async function writeConfig(text: string, name = 'turnscope.yaml'): Promise<string> {
  const file = join(temporary(), name);
  await writeFile(file, text);
  return file;
}

describe('resolveSettings', () => {
  it('has a default for everything', async () => {
    expect(await resolveSettings({}, environment())).toEqual({
      configFile: undefined,
      transcripts: ['/home/ann/.claude/projects'],
      from: 'now',
      shared: false,
      stateFolder: '/home/ann/.local/state/turnscope',
      demo: { when: 'never', agents: 5, seconds: undefined },
      web: { listenAddress: { host: '127.0.0.1', port: 10_464 }, telemetryPath: '/metrics' },
      log: { level: 'info', format: 'text' },
      processTypeRules: [],
      labelRules: {},
      namedMcpTools: [],
      thresholds: { profile: 'coding-agent', overrides: {} },
      evaluation: { intervalSeconds: 15, historySeconds: 86_400 },
      notify: {
        instance: 'box',
        labels: {},
        runbooks: 'https://github.com/turnscope/turnscope/blob/main/docs/runbooks/',
        alertmanagers: [],
        webhooks: [],
      },
      otlp: undefined,
      exposition: { exemplars: true, nativeHistograms: false, created: false },
      limits: {},
    });
  });

  it('reads turnscope.yaml in the working folder', async () => {
    const file = await writeConfig('web: { listenAddress: ":9000", telemetryPath: /m }\n');
    const { configFile, web } = await resolveSettings({}, environment());
    expect(configFile).toBe(file);
    expect(web).toEqual({ listenAddress: { host: '', port: 9_000 }, telemetryPath: '/m' });
  });

  it('reads the file that --config names instead', async () => {
    await writeConfig('wrong: true\n');
    await writeConfig('tools: { mcp: [mcp__a__b] }\n', 'other.yaml');
    const { namedMcpTools } = await resolveSettings({ config: 'other.yaml' }, environment());
    expect(namedMcpTools).toEqual(['mcp__a__b']);
  });

  it('lets flags win over the file', async () => {
    await writeConfig(
      'transcripts: [a]\nfrom: now\nweb: { listenAddress: ":9000", telemetryPath: /from-file }\nlog: { level: debug, format: json }\n',
    );
    const flags = {
      transcripts: ['b', '/c'],
      'web.listenAddress': '[::1]:8000',
      'web.telemetryPath': '/from-flag',
      'log.level': 'error',
      from: 'start',
    } as const;
    const { transcripts, web, log, from } = await resolveSettings(flags, environment());
    expect(transcripts).toEqual([join(temporary(), 'b'), '/c']);
    expect(web).toEqual({
      listenAddress: { host: '::1', port: 8_000 },
      telemetryPath: '/from-flag',
    });
    expect(from).toBe('start');
    expect(log).toEqual({ level: 'error', format: 'json' });
  });

  it.each([
    {
      name: 'CLAUDE_CONFIG_DIR',
      variables: { CLAUDE_CONFIG_DIR: '/cfg' },
      folder: '/cfg/projects',
    },
    {
      name: 'an empty CLAUDE_CONFIG_DIR',
      variables: { CLAUDE_CONFIG_DIR: '' },
      folder: '/home/ann/.claude/projects',
    },
  ])('finds the transcripts of Claude Code with $name', async ({ variables, folder }) => {
    expect((await resolveSettings({}, environment(variables))).transcripts).toEqual([folder]);
  });

  it('begins a folder of the file at the file, and ~ at home', async () => {
    await writeConfig('transcripts: [near, ~/far, "~"]\n');
    expect((await resolveSettings({}, environment())).transcripts).toEqual([
      join(temporary(), 'near'),
      '/home/ann/far',
      '/home/ann',
    ]);
  });

  it.each([
    { name: 'XDG_STATE_HOME', variables: { XDG_STATE_HOME: '/state' }, folder: '/state/turnscope' },
    {
      name: 'a relative XDG_STATE_HOME, which counts as none',
      variables: { XDG_STATE_HOME: 'state' },
      folder: '/home/ann/.local/state/turnscope',
    },
  ])('keeps its state where $name says', async ({ variables, folder }) => {
    expect((await resolveSettings({}, environment(variables))).stateFolder).toBe(folder);
  });

  it('keeps its state where the file says, and rather where --state-dir says', async () => {
    await writeConfig('stateDir: ./near\n');
    expect((await resolveSettings({}, environment())).stateFolder).toBe(join(temporary(), 'near'));
    const { stateFolder } = await resolveSettings({ stateDir: '~/mine' }, environment());
    expect(stateFolder).toBe('/home/ann/mine');
  });

  it.each([
    { flags: { demo: true }, demo: { when: 'always', agents: 5 } },
    { flags: { demo: true, demoSeconds: 9 }, demo: { when: 'always', seconds: 9 } },
    { flags: { demoIfEmpty: true, demoAgents: 40 }, demo: { when: 'if-empty', agents: 40 } },
    { flags: { demo: true, demoIfEmpty: true }, demo: { when: 'always', agents: 5 } },
  ])('takes $flags for a demo', async ({ flags, demo }) => {
    expect((await resolveSettings(flags, environment())).demo).toMatchObject(demo);
  });

  it.each([
    {
      flags: { 'web.listenAddress': 'nowhere' },
      message: /^--web\.listen-address must be .*; got nowhere$/,
    },
    {
      flags: { 'web.telemetryPath': 'm' },
      message: /^--web\.telemetry-path must begin with \/.*; got m$/,
    },
    {
      flags: { demoAgents: 3 },
      message: /^--demo-agents and --demo-seconds have a meaning only beside --demo/,
    },
    {
      flags: { otlpEndpoint: 'localhost:4318' },
      message: /^--otlp-endpoint must be a URL .*; got localhost:4318$/,
    },
    { flags: { config: 'missing.yaml' }, message: /missing\.yaml cannot be read/ },
  ])('refuses $flags as wrong usage', async ({ flags, message }) => {
    await expect(resolveSettings(flags, environment())).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringMatching(message),
    });
  });
});
