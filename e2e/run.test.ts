import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { isAlive } from '../packages/claude-code/test/support/living-processes.ts';
import { Diary, type DiaryEntry } from '../packages/claude-code/test/support/stand-in/diary.ts';
import { workspace } from '../scripts/run-command.ts';
import { main } from './support/turnscope-command.ts';

const standIn = join(workspace, 'packages/claude-code/test/support/stand-in/main.ts');
const node = process.execPath;

let folder: string;
const children: ChildProcess[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'turnscope-run-'));
});

afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  const left = diary().filter(({ what, pid }) => what === 'start' && isAlive(pid, folder));
  await rm(folder, { recursive: true });
  expect(left).toEqual([]);
});

describe('turnscope run', () => {
  it('passes input, output, errors and the exit code through', async () => {
    const script =
      'process.stdin.pipe(process.stdout); process.stderr.write("bad"); process.exitCode = 7';
    const run = start([], [node, '-e', script]);
    run.write('some words\n', 'end');
    expect(await run.ended).toEqual({ code: 7, signal: null });
    expect(run.out()).toBe('some words\n');
    expect(run.err()).toBe('bad');
  });

  it.each([
    { how: 'behind --', before: ['--process-type', 'tactical', '--'] },
    { how: 'without --', before: ['--process-type', 'tactical'] },
  ])('leaves the options of the command to it, $how', async ({ before }) => {
    const words = ['-p', '--restart', '--', '--serve', '$HOME', ''];
    const script = 'console.log(JSON.stringify(process.argv.slice(1)))';
    const run = startWith([...before, node, '-e', script, 'script', ...words]);
    expect(await run.ended).toEqual({ code: 0, signal: null });
    expect(JSON.parse(run.out())).toEqual(['script', ...words]);
  });

  it('passes every byte of much output on, however slowly it is read', async () => {
    const script = 'process.stdout.write(Buffer.alloc(20e6, "{ä"))';
    const run = start([], [node, '-e', script]);
    run.child.stdout?.pause();
    await new Promise((done) => setTimeout(done, 200));
    run.child.stdout?.resume();
    await run.ended;
    expect(run.bytes()).toBe(20_000_000);
  });

  it('ends as the command does when nobody reads its output any more', async () => {
    const run = start([], [node, '-e', 'setInterval(() => console.log("x".repeat(9999)), 1)']);
    await run.says('x');
    run.child.stdout?.destroy();
    expect((await run.ended).code).not.toBe(0);
  });

  it.each([
    { what: 'a command that is not there', command: ['no-such-agent'], code: 127 },
    { what: 'a folder', command: ['/tmp'], code: 126 },
  ])('says in one line that it could not start $what', async ({ command, code }) => {
    const run = start([], command);
    expect((await run.ended).code).toBe(code);
    expect(run.err()).toMatch(/^turnscope: \S+ could not be started \(spawn .*\)\n$/);
  });

  it.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
    'passes %s on, and answers as a shell does when the command ends by it',
    async (signal) => {
      const run = start(['--restart', 'on-failure'], [node, standIn]);
      await until(() => diary().some(({ what }) => what === 'start'));
      run.child.kill(signal);
      const code = { SIGTERM: 143, SIGINT: 130, SIGHUP: 129 }[signal];
      expect(await run.ended).toEqual({ code, signal: null });
      expect(starts()).toBe(1);
      expect(run.err()).toBe('');
    },
  );

  it('lets a command decide what it does at a signal', async () => {
    const script =
      'process.on("SIGTERM", () => { console.log("bye"); process.exit(0); }); setInterval(() => {}, 1000); console.log("here")';
    const run = start([], [node, '-e', script]);
    await run.says('here');
    run.child.kill('SIGTERM');
    expect(await run.ended).toEqual({ code: 0, signal: null });
    expect(run.out()).toBe('here\nbye\n');
  });

  it('measures the stream-json on standard output and serves it', async () => {
    const run = start(
      ['--process-type', 'tactical', '--serve', '127.0.0.1:0'],
      [node, standIn, '--model', 'claude-opus-5'],
    );
    run.write(prompt('#1 tool Bash; compact'));
    run.write(prompt('#2 fail 529'));
    await until(() => run.out().split('"type":"result"').length === 3);
    const series = await run.metrics();
    expect(series).toEqual(
      expect.arrayContaining([
        'turnscope_process_starts_total{process_type="tactical",kind="fresh"} 1',
        'turnscope_turns_total{process_type="tactical",model="claude-opus-5",initiator="user",outcome="success"} 1',
        'turnscope_turns_total{process_type="tactical",model="claude-opus-5",initiator="user",outcome="error"} 1',
        'turnscope_responses_total{process_type="tactical",model="claude-opus-5",outcome="success"} 2',
        'turnscope_tool_calls_total{tool="Bash",outcome="success"} 1',
        'turnscope_compactions_total{process_type="tactical",trigger="auto",outcome="success"} 1',
      ]),
    );
    expect(run.err()).toMatch(/^turnscope: metrics at http:\/\/127\.0\.0\.1:\d+\/metrics\n$/);
    run.write('', 'end');
    expect((await run.ended).code).toBe(0);
  });

  it('counts nothing in output that is no stream-json', async () => {
    const run = start(
      ['--serve', '127.0.0.1:0'],
      [node, '-e', 'console.log("hello {\\n["); setInterval(() => {}, 1000)'],
    );
    await run.says('hello');
    const series = await run.metrics();
    expect(series.filter((line) => /^turnscope_source_parse_errors_total/.test(line))).toEqual([]);
    run.child.kill();
    await run.ended;
  });

  it('starts a command again that failed, and says so in one line', async () => {
    const run = start(['--restart', 'on-failure'], [node, standIn], 'once crash 3; exit');
    expect((await run.ended).code).toBe(0);
    expect(starts()).toBe(2);
    expect(run.err()).toMatch(
      /^turnscope: \S+ ended with exit code 3; it is started again in \d\.\d s\n$/,
    );
  });

  it('does not start again what ended well, nor what it was not asked to', async () => {
    const well = start(['--restart', 'on-failure'], [node, standIn], 'exit');
    expect((await well.ended).code).toBe(0);
    expect(starts()).toBe(1);
    const once = start([], [node, standIn], 'crash 3');
    expect((await once.ended).code).toBe(3);
    expect(starts()).toBe(2);
  });

  it.each([
    { flags: ['--serve', 'nowhere'], words: /--serve must be HOST:PORT.*; got nowhere/ },
    { flags: ['--restart', 'always'], words: /Allowed choices are never, on-failure/ },
    { flags: ['--process-type', ''], words: /must not be empty/ },
  ])('refuses $flags', async ({ flags, words }) => {
    const run = start(flags, [node, standIn]);
    expect((await run.ended).code).toBe(2);
    expect(run.err()).toMatch(words);
    expect(starts()).toBe(0);
  });
});

function start(flags: readonly string[], command: readonly string[], startup = '') {
  return startWith([...flags, '--', ...command], startup);
}

/** `words` follow `turnscope run`. */
function startWith(words: readonly string[], startup = '') {
  const args = ['--conditions=@turnscope/source', main, 'run', ...words];
  const env = {
    ...process.env,
    HOME: folder,
    CLAUDE_CONFIG_DIR: folder,
    STAND_IN_FOLDER: folder,
    STAND_IN_STARTUP: startup,
  };
  const child = spawn(node, args, { cwd: folder, env, stdio: ['pipe', 'pipe', 'pipe'] });
  children.push(child);
  let bytes = 0;
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (out.length < 1e6) out += chunk.toString('utf8');
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  child.stdin.on('error', () => {});
  const ended = new Promise<{ code: number | null; signal: string | null }>((done) => {
    child.on('close', (code, signal) => done({ code, signal }));
  });
  return {
    child,
    out: () => out,
    err: () => err,
    bytes: () => bytes,
    ended,
    says: (text: string) => until(() => out.includes(text)),
    write(text: string, end?: 'end') {
      child.stdin.write(text);
      if (end) child.stdin.end();
    },
    async metrics(): Promise<readonly string[]> {
      await until(() => err.includes('/metrics'));
      const url = /http:\S+/.exec(err)?.[0] ?? '';
      return (await (await fetch(url)).text()).split('\n');
    },
  };
}

function prompt(text: string): string {
  return `${JSON.stringify({ type: 'user', message: { role: 'user', content: text } })}\n`;
}

function diary(): readonly DiaryEntry[] {
  return new Diary(folder).read();
}

function starts(): number {
  return diary().filter(({ what }) => what === 'start').length;
}

async function until(holds: () => boolean): Promise<void> {
  for (let waited = 0; !holds(); waited += 10) {
    if (waited > 30_000) throw new Error('It never came to be.');
    await new Promise((done) => setTimeout(done, 10));
  }
}
