import { appendFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, it } from '@jest/globals';
import { describeWith, tool } from '@turnscope/testing';
import {
  type DayOfWork,
  dayMetrics,
  dayOfWork,
  pseudoRandom,
  type WrittenConversation,
} from './support/day-of-work.ts';
import { type PrometheusServer, startPrometheus } from './support/prometheus-server.ts';
import { anyPort, useBench } from './support/turnscope-command.ts';

const conversations = 500;
const seed = 20_261_123;
/** How long the day is written for: long enough for several scrapes in between. */
const writeMs = 8_000;

describeWith(tool('prometheus'), `a day of ${conversations} conversations (seed ${seed})`, () => {
  const bench = useBench();
  let prometheus: PrometheusServer | undefined;
  afterEach(() => prometheus?.close());

  it('comes to the truth in Prometheus, which scrapes while it is written', async () => {
    const day = dayOfWork(conversations, seed);
    const folder = join(bench.folder(), 'claude', 'projects', '-made-up');
    await mkdir(folder, { recursive: true });
    const command = bench.start('serve', '--from', 'start', ...anyPort);
    prometheus = await startPrometheus(join(bench.folder(), 'p'), await command.metricsUrl());
    await untilScraped(prometheus);

    await write(day.conversations, folder);
    expect(await untilLastSamplesAre(day, prometheus)).toEqual(asRecord(day));
    const [changes] = await prometheus.query('changes(turnscope_source_events_total[5m])', now());
    expect(Number(changes?.value?.[1])).toBeGreaterThan(3);
    const [up] = await prometheus.query('min_over_time(up[5m])', now());
    expect(up?.value?.[1]).toBe('1');
    expect(command.err()).toBe('');
  });
});

/** Appends all of it, a dozen conversations at a time, in pieces cut at arbitrary bytes. */
async function write(all: readonly WrittenConversation[], folder: string): Promise<void> {
  const random = pseudoRandom(seed);
  const startedAt = performance.now();
  const waiting = all.map(({ file, text }) => ({
    path: join(folder, file),
    rest: Buffer.from(text),
  }));
  const total = waiting.reduce((sum, { rest }) => sum + rest.length, 0);
  let written = 0;
  const open = waiting.splice(0, 12);
  while (open.length > 0) {
    const at = Math.floor(random() * open.length);
    const conversation = open[at];
    if (conversation === undefined) return;
    const piece = conversation.rest.subarray(0, 1 + Math.floor(random() * 20_000));
    conversation.rest = conversation.rest.subarray(piece.length);
    await appendFile(conversation.path, piece);
    written += piece.length;
    if (conversation.rest.length === 0) open.splice(at, 1, ...waiting.splice(0, 1));
    const due = startedAt + (written / total) * writeMs;
    if (performance.now() < due) await new Promise((done) => setTimeout(done, 5));
  }
}

async function untilScraped(server: PrometheusServer): Promise<void> {
  while ((await server.query('up == 1', now())).length === 0) {
    await new Promise((done) => setTimeout(done, 100));
  }
}

/**
 * Waits until what Prometheus stored last equals the truth, exactly and for every metric, and answers
 * it; after a while, what it stored instead. A series that appears late shows 0 for 30 s first.
 */
async function untilLastSamplesAre(day: DayOfWork, server: PrometheusServer): Promise<unknown> {
  const expected = JSON.stringify(asRecord(day));
  const deadline = performance.now() + 45_000;
  for (;;) {
    const stored = await lastSamples(server);
    if (JSON.stringify(stored) === expected || performance.now() > deadline) return stored;
    await new Promise((done) => setTimeout(done, 500));
  }
}

async function lastSamples(server: PrometheusServer): Promise<Readonly<Record<string, unknown>>> {
  const entries = Object.entries(dayMetrics).map(async ([name, labels]) => {
    const results = await server.query(`sum by (${labels.join(', ')}) (${name}) > 0`, now());
    const values = results.map(({ metric, value }) => [
      labels.map((label) => metric[label]).join(' '),
      Number(value?.[1]),
    ]);
    return [name, Object.fromEntries(values.sort())] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

function asRecord({ truth }: DayOfWork): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(truth).map(([name, counts]) => [name, Object.fromEntries([...counts].sort())]),
  );
}

function now(): number {
  return Date.now() / 1000;
}
