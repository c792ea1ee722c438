import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { describeWith, tool } from '@turnscope/testing';
import { twoTurns } from '../packages/cli/test/support/two-turns.ts';
import { anyPort, main, useBench } from './support/turnscope-command.ts';

const bench = useBench();

async function writeTranscript(): Promise<void> {
  await mkdir(join(bench.folder(), 'mine'));
  await writeFile(join(bench.folder(), 'mine', 'two-turns.jsonl'), twoTurns());
}

const lines = (text: string) => text.trimEnd().split('\n');

describe('turnscope serve --log.format json', () => {
  it('writes its life and its problems as lines of JSON to standard error, and nothing else', async () => {
    const format = ['--log.format', 'json'] as const;
    const first = bench.start('serve', '--transcripts', 'mine', ...format, ...anyPort);
    await first.saysError(/"msg":"first read"/);
    const second = bench.start('serve', '--transcripts', 'mine', ...format, ...anyPort);
    await second.ended;
    first.signal('SIGTERM');
    expect(await first.ended).toEqual({ code: 0, signal: null });
    expect(first.out() + second.out()).toBe('');
    const entries = lines(first.err() + second.err()).map((line) => JSON.parse(line));
    expect(entries).toMatchObject([
      { level: 'info', msg: 'listening', url: expect.stringMatching(/^http:.*\/metrics$/) },
      { level: 'warn', msg: expect.stringMatching(/mine does not exist yet/) },
      { level: 'info', msg: 'first read', files: 0 },
      { level: 'info', msg: 'ended' },
      { level: 'error', msg: expect.stringMatching(/^another turnscope/) },
    ]);
  });
});

describe('turnscope serve in a pipe', () => {
  it('writes whole lines without control sequences', async () => {
    await writeTranscript();
    const command = bench.start('serve', '--transcripts', 'mine', ...anyPort);
    await command.says(/1 transcript/);
    await new Promise((done) => setTimeout(done, 1_500));
    command.signal('SIGTERM');
    await command.ended;
    expect(command.out()).toMatch(/^[ -~\n]+\nEnded: \d+ events, \d+ turns?\.\n$/);
    expect(command.err()).toBe('');
  });
});

describeWith(tool('tmux'), 'turnscope serve on a terminal', () => {
  const tmux = (...args: string[]) =>
    execFileSync('tmux', ['-S', join(bench.folder(), 'tmux'), '-f', '/dev/null', ...args], {
      encoding: 'utf8',
      env: { ...process.env, ...bench.environment(), SHELL: '/bin/sh', TERM: 'xterm-256color' },
    });
  const shown = () => tmux('capture-pane', '-p', '-t', 'x').trimEnd();
  let started = false;
  afterEach(() => {
    if (started) tmux('kill-server');
    started = false;
  });

  async function untilShown(pattern: RegExp): Promise<string> {
    for (;;) {
      const screen = shown();
      if (pattern.test(screen)) return screen;
      await new Promise((done) => setTimeout(done, 50));
    }
  }

  it.each([
    { columns: 80, line: /\n1 transcript, \d+ events, \d+ turns?, \S.*$/ },
    { columns: 40, line: /\n1 file, \d+ events, \d+ turns?, \S.*$/ },
  ])(
    'shows one line that tells how far it is, $columns columns wide',
    async ({ columns, line }) => {
      await writeTranscript();
      started = true;
      tmux('new-session', '-d', '-s', 'x', '-x', `${columns}`, '-y', '24', 'PS1="$ " exec /bin/sh');
      const serve = ['serve', '--transcripts', 'mine', ...anyPort].join(' ');
      tmux('send-keys', '-t', 'x', `clear; cd ${bench.folder()}`, 'Enter');
      const node = `${process.execPath} --conditions=@turnscope/source ${main}`;
      tmux('send-keys', '-t', 'x', `clear; ${node} ${serve}`, 'Enter');
      const screen = await untilShown(line);
      expect(screen.match(/ turns?, /g)).toHaveLength(1);
      await writeFile(join(bench.folder(), 'mine', 'second.jsonl'), twoTurns());
      tmux('send-keys', '-t', 'x', 'C-c');
      const after = await untilShown(/\nEnded: .*\n\S+ ?$/);
      expect(after).not.toMatch(/\^C| turns?, /);
    },
  );
});
