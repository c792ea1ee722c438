import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { Report } from '@turnscope/core';
import { describeWith, folder, tool } from '@turnscope/testing';
import { readExpected } from '../packages/claude-code/test/support/expected-data.ts';
import { run } from '../packages/cli/src/index.ts';
import { createContext } from '../packages/cli/test/support/context.ts';
import { twoTurns } from '../packages/cli/test/support/two-turns.ts';
import { type ReportTruth, reportTruth } from './support/report-truth.ts';
import { main, useBench } from './support/turnscope-command.ts';

const data = folder('../shared/data/claude-code');
const transcripts = join(data.path, 'transcripts');
const bench = useBench();

/** Runs the real command to its end. */
async function report(...args: string[]) {
  const command = bench.start('report', ...args);
  const ended = await command.ended;
  return { ...ended, out: command.out(), err: command.err() };
}

describeWith(data, 'turnscope report over the shared transcripts', () => {
  const files = readExpected(data.path);

  it.each([['2025-01-01'], ['all']])(
    'tells the numbers that the transcripts hold, since %s',
    async (since) => {
      const { code, err, out } = await report(
        ...['--transcripts', transcripts, '--since', since, '--format', 'json'],
      );
      expect([code, err]).toEqual([0, '']);
      expect(truthOf(JSON.parse(out))).toEqual(reportTruth(files));
    },
  );

  it('raises no alert, for all of them at once', async () => {
    const { out } = await report(
      ...['--transcripts', transcripts, '--since', 'all', '--format', 'json'],
    );
    expect(quiet(JSON.parse(out))).toEqual({ active: [], resolved: [], recommendations: [] });
  });

  it.each(files.map(([path]) => [path]))('raises no alert, for %s alone', async (path) => {
    const alone = join(bench.folder(), 'alone');
    mkdirSync(dirname(join(alone, path)), { recursive: true });
    symlinkSync(join(transcripts, path), join(alone, path));
    const context = createContext({ homeFolder: bench.folder(), workingFolder: bench.folder() });
    const args = ['report', '--transcripts', alone, '--since', 'all', '--format', 'json'];
    expect(await run(args, context)).toBe(0);
    const { active, resolved } = quiet(JSON.parse(context.said.join('\n')));
    expect({ active, resolved }).toEqual({ active: [], resolved: [] });
  });

  it('is text of 80 columns at most in a pipe, without control sequences', async () => {
    const { out } = await report('--transcripts', transcripts, '--since', 'all');
    expect(out).toMatch(/^[ -~\n]+$/);
    expect(out.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });
});

/** Alerts that fired have resolved or are active still; what is pending is active too. */
function quiet({ alerts, recommendations }: Report) {
  const { active, resolved } = alerts;
  return { active, resolved, recommendations };
}

/** What a report says of the numbers that the shared data states. */
function truthOf({ processTypes, compactions, overall }: Report): ReportTruth {
  const rounded = (value: number | null | undefined) =>
    value === null || value === undefined ? null : Number(value.toFixed(9));
  return {
    turns: overall.turns,
    processTypes: Object.fromEntries(
      processTypes.map(({ processType, turns, responses, signals, ...each }) => [
        processType,
        {
          turns,
          responses: responses.success,
          compactions: each.compactions,
          completion: rounded(signals.completion_ratio.value),
          interrupted: rounded(signals.interrupted_ratio.value),
          latencySamples: signals.response_p95.samples,
        },
      ]),
    ),
    tokens: {
      input: sum(processTypes.map(({ tokens }) => tokens.input)),
      output: sum(processTypes.map(({ tokens }) => tokens.output)),
      cacheRead: sum(processTypes.map(({ tokens }) => tokens.cacheRead)),
      cacheCreation: sum(processTypes.map(({ tokens }) => tokens.cacheCreation)),
    },
    compactions: compactions.map((each) => ({
      before: each.tokensBefore ?? Number.NaN,
      after: each.tokensAfter ?? Number.NaN,
      seconds: rounded(each.durationSeconds),
      effectiveness: rounded(each.effectiveness),
    })),
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((left, right) => left + right, 0);
}

describe('turnscope report', () => {
  async function writeTranscript(): Promise<void> {
    await mkdir(join(bench.folder(), 'mine'));
    await writeFile(join(bench.folder(), 'mine', 'two-turns.jsonl'), twoTurns());
  }

  it('leaves the old file where it fails, and says why with exit code 2', async () => {
    await writeTranscript();
    await writeFile(join(bench.folder(), 'old.txt'), 'old');
    const { code, err, out } = await report(
      ...['--transcripts', 'mine', '--until', 'x', '--output', 'old.txt'],
    );
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/^turnscope: --until must be .*\n$/);
    expect(await readFile(join(bench.folder(), 'old.txt'), 'utf8')).toBe('old');
  });

  it('has colours in a pipe only where they are forced', async () => {
    await writeTranscript();
    const args = ['report', '--transcripts', 'mine', '--since', 'all'];
    const node = ['--conditions=@turnscope/source', main, ...args];
    const out = (variables: Readonly<Record<string, string>>) =>
      execFileSync(process.execPath, node, {
        cwd: bench.folder(),
        encoding: 'utf8',
        env: { PATH: process.env['PATH'], ...bench.environment(), ...variables },
      });
    expect(out({ FORCE_COLOR: '1' })).toContain('\u001b[1mOverall\u001b[22m');
    expect(out({})).not.toContain('\u001b');
  });
});

describeWith(tool('tmux'), 'turnscope report on a terminal', () => {
  it.each([
    { given: 'a terminal', variables: {}, colored: true },
    { given: 'NO_COLOR', variables: { NO_COLOR: '1' }, colored: false },
  ])('has colours as it should with $given', async ({ variables, colored }) => {
    await mkdir(join(bench.folder(), 'mine'));
    await writeFile(join(bench.folder(), 'mine', 'two-turns.jsonl'), twoTurns());
    const env = { ...process.env, ...bench.environment(), SHELL: '/bin/sh', ...variables };
    const tmux = (...args: string[]) =>
      execFileSync('tmux', ['-S', join(bench.folder(), 'tmux'), '-f', '/dev/null', ...args], {
        encoding: 'utf8',
        env: { ...env, TERM: 'xterm-256color' },
      });
    const node = `${process.execPath} --conditions=@turnscope/source ${main}`;
    const line = `cd ${bench.folder()}; ${node} report --transcripts mine --since all; echo "code $?"; sleep 60`;
    tmux('new-session', '-d', '-s', 'x', '-x', '80', '-y', '60', line);
    try {
      let screen = '';
      while (!/code \d/.test(screen)) {
        await new Promise((done) => setTimeout(done, 50));
        screen = tmux('capture-pane', '-e', '-p', '-t', 'x');
      }
      expect(screen).toMatch(/code 0/);
      expect(screen.includes('\u001b[')).toBe(colored);
    } finally {
      tmux('kill-server');
    }
  });
});
