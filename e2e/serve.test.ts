import { once } from 'node:events';
import { appendFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { createGunzip } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { thirdTurn, twoTurns } from '../packages/cli/test/support/two-turns.ts';
import { anyPort, type TurnscopeCommand, useBench } from './support/turnscope-command.ts';

const bench = useBench();

async function scrape(command: TurnscopeCommand): Promise<string> {
  const answer = await fetch(await command.metricsUrl());
  return answer.text();
}

const outputTokens = (count: string) =>
  new RegExp(`^turnscope_tokens_total\\{process_type="strategic",.*type="output"\\} ${count}`, 'm');

/** The two turns again, by other ids, or they would be a copy that counts nothing. */
function anotherConversation(): string {
  return twoTurns()
    .replaceAll('two-turns', 'another')
    .replaceAll(/"((?:msg_|req_)?[ap])([12])"/g, '"$1$2-again"');
}

/** Asks again until the metrics show something: what is written is counted within a second or so. */
async function untilMetrics(command: TurnscopeCommand, pattern: RegExp): Promise<string> {
  for (;;) {
    const metrics = await scrape(command);
    if (pattern.test(metrics)) return metrics;
    await new Promise((done) => setTimeout(done, 50));
  }
}

/** Waits until the server takes no new connection: it has begun to end. */
async function untilRefused(port: number, host: string): Promise<void> {
  for (;;) {
    const socket = connect(port, host);
    const refused = await once(socket, 'connect').then(
      () => false,
      () => true,
    );
    socket.destroy();
    if (refused) return;
    await new Promise((done) => setTimeout(done, 10));
  }
}

describe('turnscope serve --demo-if-empty', () => {
  it('shows living numbers within ten seconds where there are no transcripts', async () => {
    const start = performance.now();
    const command = bench.start('serve', '--demo-if-empty', ...anyPort);
    const turns = /^turnscope_turns_total\{process_type="demo-tactical",.*\} [1-9]/m;
    const events = /^turnscope_source_events_total\{source="transcripts"\} (\d+)$/m;
    const first = events.exec(await untilMetrics(command, turns))?.[1];
    await untilMetrics(
      command,
      new RegExp(`^turnscope_source_events_total.* (?!${first}$)\\d+$`, 'm'),
    );
    expect(performance.now() - start).toBeLessThan(10_000);
    expect(command.out()).toContain('The agents are imaginary and every number is invented.');
  });

  it('reads transcripts and plays nothing where there are some', async () => {
    const folder = join(bench.folder(), 'claude', 'projects', 'mine');
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'two-turns.jsonl'), twoTurns());
    const command = bench.start('serve', '--demo-if-empty', '--from', 'start', ...anyPort);
    await command.says(/Read 1 transcript, /);
    const metrics = await scrape(command);
    expect(metrics).toMatch(
      /^turnscope_tokens_total\{process_type="strategic",.*type="output"\} 40$/m,
    );
    expect(metrics).not.toContain('demo-');
    expect(await readdir(bench.folder())).toEqual(['claude', 'state']);
  });
});

describe('turnscope serve', () => {
  it('waits where there are no transcripts, says so, and reads one that appears', async () => {
    const command = bench.start('serve', ...anyPort);
    await command.says(/Waiting for the first transcript/);
    expect(command.err()).toMatch(/claude\/projects does not exist yet; waiting for it/);
    const folder = join(bench.folder(), 'claude', 'projects', 'mine');
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'two-turns.jsonl'), twoTurns());
    await untilMetrics(command, /^turnscope_source_events_total\{source="transcripts"\} [1-9]/m);
  });

  it('counts from now on what --from start counts from the start', async () => {
    const file = join(bench.folder(), 'mine', 'two-turns.jsonl');
    await mkdir(join(bench.folder(), 'mine'));
    await writeFile(file, twoTurns());
    const reading = ['serve', '--transcripts', 'mine', ...anyPort];
    const now = bench.start(...reading, '--log.level', 'debug');
    await now.says(/Counts what is written from now on; 1 transcript read for context/);
    const start = bench.start(...reading, '--from', 'start', '--shared');
    await start.says(/Read 1 transcript, \d+ events/);
    expect(await scrape(start)).toMatch(outputTokens('40$'));

    await appendFile(file, thirdTurn());
    // Series that appear after the first scrape show 0 for half a minute; so this is the first.
    await now.saysError(/read 2 lines, [1-9]/);
    expect(await scrape(now)).toMatch(outputTokens('20$'));
    expect(await untilMetrics(start, outputTokens('(?!40)'))).toMatch(outputTokens('60$'));

    await writeFile(join(bench.folder(), 'mine', 'new.jsonl'), anotherConversation());
    await untilMetrics(now, outputTokens('60$'));
    await untilMetrics(start, outputTokens('100$'));
  });

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'ends within two seconds at %s, cleanly',
    async (signal) => {
      const command = bench.start('serve', '--demo', ...anyPort);
      // fetch keeps its connection open.
      await scrape(command);
      const start = performance.now();
      command.signal(signal);
      expect(await command.ended).toEqual({ code: 0, signal: null });
      expect(performance.now() - start).toBeLessThan(2_000);
      expect(command.err()).toBe('');
      expect(await readdir(bench.folder())).toEqual([]);
    },
  );

  it('ends at once at a second SIGINT', async () => {
    const command = bench.start('serve', ...anyPort);
    const { hostname, port } = new URL(await command.metricsUrl());
    // A request that does not end holds up a clean end for a second.
    const socket = connect(Number(port), hostname);
    socket.on('error', () => {});
    await once(socket, 'connect');
    socket.write('GET /metrics HTTP/1.1\r\n');
    await command.says(/Waiting for the first transcript/);
    // Answered after what came before it: then the server has begun to read the request above.
    await scrape(command);
    command.signal('SIGINT');
    await untilRefused(Number(port), hostname);
    command.signal('SIGINT');
    expect(await command.ended).toEqual({ code: null, signal: 'SIGINT' });
  });

  it('says in one line that the port is taken and what to do, and fails', async () => {
    const first = bench.start('serve', ...anyPort);
    const { host } = new URL(await first.metricsUrl());
    const second = bench.start('serve', '--transcripts', 'other', '--web.listen-address', host);
    expect(await second.ended).toEqual({ code: 1, signal: null });
    expect(second.out()).toBe('');
    expect(second.err()).toBe(
      `turnscope: ${host} is taken, perhaps by another turnscope; stop that one, or choose another address with --web.listen-address HOST:PORT\n`,
    );
  });

  it('refuses an unknown key of turnscope.yaml as wrong usage', async () => {
    await writeFile(join(bench.folder(), 'turnscope.yaml'), 'web:\n  listenAdress: ":9000"\n');
    const command = bench.start('serve');
    expect(await command.ended).toEqual({ code: 2, signal: null });
    expect(command.err()).toMatch(
      /^turnscope: \S+turnscope\.yaml:2: web: unknown key "listenAdress"; did you mean "listenAddress"\?\n$/,
    );
  });

  it('takes turnscope.yaml', async () => {
    await writeFile(
      join(bench.folder(), 'turnscope.yaml'),
      'transcripts: [mine]\nfrom: start\nweb: { listenAddress: "127.0.0.1:0", telemetryPath: /agents }\nprocessTypes: [{ model: claude-opus-*, processType: planner }]\n',
    );
    await mkdir(join(bench.folder(), 'mine'));
    await writeFile(join(bench.folder(), 'mine', 'two-turns.jsonl'), twoTurns());
    const command = bench.start('serve');
    await command.says(/Read 1 transcript, /);
    expect(await command.metricsUrl()).toMatch(/\/agents$/);
    expect(await scrape(command)).toMatch(
      /^turnscope_responses_total\{process_type="planner",.*success"\} 2$/m,
    );
  });
});

describe('the server', () => {
  it('answers HEAD, gzip, a landing page, health and 404', async () => {
    const command = bench.start('serve', '--demo', ...anyPort);
    await command.says(/at work/);
    const url = await command.metricsUrl();
    const base = new URL(url).origin;

    const head = await fetch(url, { method: 'HEAD' });
    expect(head.status).toBe(200);
    expect(head.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    expect(await head.text()).toBe('');

    expect(await gunzipped(url)).toMatch(/^# HELP turnscope_/);
    expect(await (await fetch(base)).text()).toMatch(/<a href="\/metrics">.*\n.*\n.*/);
    expect((await fetch(`${base}/-/healthy`)).status).toBe(200);
    expect((await fetch(`${base}/-/ready`)).status).toBe(200);
    const missing = await fetch(`${base}/missing`);
    expect(missing.status).toBe(404);
    expect(await missing.text()).toContain('/metrics');
  });
});

describe('the command', () => {
  it.each([
    { args: ['--help'], out: /^Usage: turnscope .*serve/s },
    { args: ['serve', '--help'], out: /--transcripts <dir>.*--web\.listen-address/s },
    { args: ['--version'], out: /^\d+\.\d+\.\d+\n$/ },
  ])('answers $args', async ({ args, out }) => {
    const command = bench.start(...args);
    expect(await command.ended).toEqual({ code: 0, signal: null });
    expect(command.out()).toMatch(out);
    expect(command.err()).toBe('');
  });

  it('loads for its version neither the server nor what serve needs', async () => {
    const folder = join(bench.folder(), 'coverage');
    process.env['NODE_V8_COVERAGE'] = folder;
    const command = bench.start('--version');
    delete process.env['NODE_V8_COVERAGE'];
    await command.ended;
    const [report = ''] = await readdir(folder);
    const scripts = await readFile(join(folder, report), 'utf8');
    expect(scripts).toMatch(/commander/);
    expect(scripts).not.toMatch(
      /fastify|node_modules\/pino|node_modules\/zod|node_modules\/yaml|serve\/serve\.ts/,
    );
  });
});

/** `fetch` would unpack it without a word. */
function gunzipped(url: string): Promise<string> {
  return new Promise((done, fail) => {
    request(url, { headers: { 'accept-encoding': 'gzip' }, agent: false }, (answer) => {
      if (answer.headers['content-encoding'] !== 'gzip') fail(new Error('not compressed'));
      else text(answer.pipe(createGunzip())).then(done, fail);
    })
      .on('error', fail)
      .end();
  });
}
