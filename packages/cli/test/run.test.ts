import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { version } from '@turnscope/core';
import { run } from '../src/index.ts';
import { createContext, type TestContext } from './support/context.ts';
import { useTemporaryFolder } from './support/temporary-folder.ts';
import { twoTurns } from './support/two-turns.ts';

const temporary = useTemporaryFolder();

function context(): TestContext {
  return createContext({ homeFolder: temporary(), workingFolder: temporary() });
}

/** Waits for a line of the terminal, as a person would. */
async function untilSaid({ said }: TestContext, pattern: RegExp): Promise<string> {
  for (;;) {
    const line = said.find((text) => pattern.test(text));
    if (line !== undefined) return line;
    await new Promise((done) => setTimeout(done, 5));
  }
}

describe('run', () => {
  it('says its version', async () => {
    const given = context();
    expect(await run(['--version'], given)).toBe(0);
    expect(given.said).toEqual([version]);
  });

  it.each([
    ['--help'],
    ['serve', '--help'],
    ['help', 'serve'],
    ['report', '--help'],
    ['mixin', '--help'],
    ['mixin', 'generate', '--help'],
    ['run', '--help'],
  ])('explains itself: %s %s', async (...args) => {
    const given = context();
    expect(await run(args, given)).toBe(0);
    expect(given.said[0]).toMatch(/^Usage: turnscope/);
  });

  it.each([
    { args: ['serv'], line: "turnscope: unknown command 'serv' (Did you mean serve?)" },
    {
      args: ['serve', '--demoo'],
      line: "turnscope: unknown option '--demoo' (Did you mean --demo?)",
    },
    {
      args: ['serve', 'x'],
      line: expect.stringMatching(/^turnscope: too many arguments for 'serve'/),
    },
    {
      args: ['serve', '--from', 'today'],
      line: expect.stringMatching(/Allowed choices are now, start\.$/),
    },
    {
      args: ['serve', '--log.level', 'loud'],
      line: expect.stringMatching(/Allowed choices are error, warn, info, debug\.$/),
    },
    {
      args: ['serve', '--demo-agents', '0'],
      line: expect.stringMatching(/whole number from 1 to 1000/),
    },
    {
      args: ['serve', '--demo-seconds', 'x'],
      line: expect.stringMatching(/a number above 0 and up to 86400/),
    },
    {
      args: ['serve', '--demo', '--transcripts', 'x'],
      line: expect.stringMatching(/cannot be used with/),
    },
    {
      args: ['serve', '--web.listen-address', 'x'],
      line: expect.stringMatching(/^turnscope: --web\.listen-address must be/),
    },
    {
      args: ['mixin', 'generat'],
      line: "turnscope: unknown command 'generat' (Did you mean generate?)",
    },
    {
      args: ['mixin', 'generate', '--prometheus', '2.30'],
      line: expect.stringMatching(/'2\.30' is invalid\. Allowed choices are 2\.42, 2\.53, 3\.$/),
    },
    {
      args: ['report', '--since', 'tomorrow'],
      line: expect.stringMatching(/^turnscope: --since must be a time back from now/),
    },
    {
      args: ['report', '--format', 'html'],
      line: expect.stringMatching(/Allowed choices are text, json, markdown\.$/),
    },
    {
      args: ['report', '--transcripts', 'gone'],
      line: expect.stringMatching(/gone does not exist; name the folder/),
    },
    {
      args: ['report', '--output', 'gone/report.txt'],
      line: expect.stringMatching(/gone of --output does not exist/),
    },
  ])('refuses $args in one line, with exit code 2', async ({ args, line }) => {
    const given = context();
    expect(await run(args, given)).toBe(2);
    expect(given.warned).toEqual([line]);
    expect(given.said).toEqual([]);
  });

  it('shows its help and fails when it is not told what to do', async () => {
    const given = context();
    expect(await run([], given)).toBe(2);
    expect(given.warned[0]).toMatch(/^Usage: turnscope/);
  });

  it('tells every problem of the configuration on a line of its own', async () => {
    await writeFile(join(temporary(), 'turnscope.yaml'), 'wep: {}\nlimits: { rows: 0 }\n');
    const given = context();
    expect(await run(['serve'], given)).toBe(2);
    expect(given.warned).toEqual([
      expect.stringMatching(
        /^turnscope: .*turnscope\.yaml:1: unknown key "wep"; did you mean "web"\?$/,
      ),
      expect.stringMatching(/^turnscope: .*turnscope\.yaml:2: limits\.rows: /),
    ]);
  });

  it('shows a defect with its stack and fails', async () => {
    const given = context();
    const terminal = {
      ...given.terminal,
      say: () => {
        throw new Error('the terminal broke');
      },
    };
    expect(await run(['--version'], { ...given, terminal })).toBe(1);
    expect(given.warned[0]).toMatch(
      /^turnscope: a defect of Turnscope.*the terminal broke\n +at /s,
    );
  });
});

describe('turnscope serve', () => {
  const anyPort = ['--web.listen-address', '127.0.0.1:0'];

  it('serves the metrics of the transcripts that it is told to read, until it is stopped', async () => {
    const folder = join(temporary(), 'mine');
    await mkdir(folder);
    await writeFile(join(folder, 'two-turns.jsonl'), twoTurns());
    const given = context();
    const ended = run(['serve', '--transcripts', folder, '--from', 'start', ...anyPort], given);
    await untilSaid(given, /^Read 1 transcript, /);
    const url = /http:\S+/.exec(await untilSaid(given, /Metrics/))?.[0] ?? '';
    const metrics = await (await fetch(url)).text();
    const report = await fetch(new URL('/api/v1/report?window=24h', url));
    given.stop();
    expect(await ended).toBe(0);
    expect(await report.json()).toMatchObject({ status: 'success', data: { version: 1 } });
    expect(metrics).toMatch(
      /^turnscope_responses_total\{process_type="strategic",.*,outcome="success"\} 2$/m,
    );
    expect(metrics).toMatch(/^process_cpu_seconds_total /m);
    expect(given.warned).toEqual([]);
  });

  it('plays the demo where there is nothing to read, and says so', async () => {
    const given = context();
    const ended = run(['serve', '--demo-if-empty', ...anyPort], given);
    await untilSaid(given, /imaginary agents are at work/);
    const url = /http:\S+/.exec(await untilSaid(given, /Metrics/))?.[0] ?? '';
    const metrics = await (await fetch(url)).text();
    given.stop();
    expect(await ended).toBe(0);
    expect(metrics).toMatch(/^turnscope_turns_total\{process_type="demo-tactical",.*\} [1-9]/m);
    expect(metrics).not.toMatch(/^turnscope_(turns|responses)_total\{process_type="(?!demo-)/m);
  });
});
