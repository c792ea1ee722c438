import { request } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from '@jest/globals';
import { type MetricFamily, PerformanceMonitor } from '@turnscope/core';
import { contentTypes, createRenderer, type Format } from '@turnscope/exposition';
import { createServerApp, type ExporterServerOptions } from '../../src/server/server-app.ts';
import { ask } from '../support/ask.ts';

let close: () => Promise<void>;
afterEach(() => close());

function createMonitor(): PerformanceMonitor {
  const clock = { now: () => 0 };
  return new PerformanceMonitor({ clock, sources: ['server'], zeroHoldSeconds: 0 });
}

async function serve(options: Partial<ExporterServerOptions> = {}): Promise<string> {
  const app = createServerApp({ monitor: createMonitor(), ...options });
  close = () => app.close();
  return `${await app.listen({ host: '127.0.0.1', port: 0 })}/metrics`;
}

/** Some five megabytes as text, or as many times 25 kB as the label has characters. */
function largeFamily(characters = 200): MetricFamily {
  const series = Array.from({ length: 25_000 }, (_, at) => ({
    labelValues: [`${'x'.repeat(characters)}${at}`],
    value: () => at,
    read: () => {},
  }));
  return { name: 'large', kind: 'gauge', unit: 'none', help: 'H.', labels: ['x'], series };
}

const formats = Object.entries(contentTypes) as readonly (readonly [Format, string])[];

describe.each(formats)('/metrics as %s', (format, type) => {
  it('is answered to those who ask for it', async () => {
    const url = await serve();
    const { code, headers, bytes } = await ask(url, { headers: { accept: type } });
    expect(code).toBe(200);
    expect(headers['content-type']).toBe(type);
    expect(headers['vary']).toMatch(/^accept\b/);
    expect(headers['content-length']).toBe(String(bytes.length));
    expect(bytes.includes('turnscope_build_info')).toBe(true);
  });

  it('is counted under its name', async () => {
    const url = await serve();
    await ask(url, { headers: { accept: type } });
    const { body } = await ask(url);
    expect(body).toContain(`turnscope_scrape_requests_total{format="${format}",code="200"} 1\n`);
  });

  it('is the same in gzip', async () => {
    const monitor = createMonitor();
    const families = [largeFamily()];
    const url = await serve({ monitor, families: () => families });
    const expected = rendered(format, monitor, families);
    const headers = { accept: type, 'accept-encoding': 'gzip' };
    const answer = await ask(url, { headers });
    expect(answer.headers['content-encoding']).toBe('gzip');
    expect(answer.headers['vary']).toBe('accept, accept-encoding');
    expect(gunzipSync(answer.bytes).equals(expected)).toBe(true);
  });

  it('is the same when it is long, to several at once', async () => {
    const monitor = createMonitor();
    const families = [largeFamily()];
    const url = await serve({ monitor, families: () => families });
    const expected = rendered(format, monitor, families);
    const question = { headers: { accept: type } };
    const answers = await Promise.all([1, 2, 3].map(() => ask(url, question)));
    for (const { headers, bytes } of answers) {
      expect(headers['content-length']).toBeUndefined();
      expect(bytes.equals(expected)).toBe(true);
    }
  });
});

describe('a long answer', () => {
  it('is broken off when writing it fails, told and counted', async () => {
    const errors: unknown[] = [];
    const series = {
      get labelValues(): readonly string[] {
        throw new Error('the series broke');
      },
      value: () => 0,
      read: () => {},
    };
    const families = [largeFamily(), { ...largeFamily(), name: 'broken', series: [series] }];
    const monitor = createMonitor();
    const url = await serve({
      monitor,
      families: () => (errors.length === 0 ? families : []),
      onError: (error) => errors.push(error),
    });
    await expect(ask(url)).rejects.toThrow('aborted');
    expect(errors).toEqual([new Error('the series broke')]);
    const { body } = await ask(url);
    expect(body).toContain('turnscope_scrape_requests_total{format="text",code="500"} 1\n');
  });

  it('ends with its client, and leaves room for others', async () => {
    const families = [largeFamily()];
    const url = await serve({ families: () => families });
    for (let at = 0; at < 12; at += 1) await leaveEarly(url);
    const answers = await Promise.all(Array.from({ length: 5 }, () => ask(url)));
    expect(answers.map(({ code }) => code)).toEqual([200, 200, 200, 200, 200]);
  });

  it('makes room when only its head is asked for', async () => {
    const families = [largeFamily()];
    const url = await serve({ families: () => families });
    for (let at = 0; at < 12; at += 1) {
      const { code, bytes } = await ask(url, { method: 'HEAD' });
      expect({ code, length: bytes.length }).toEqual({ code: 200, length: 0 });
    }
  });

  it('is refused while ten others are not done', async () => {
    // More than the buffers of a connection take when nobody reads.
    const families = [largeFamily(2_000)];
    const url = await serve({ families: () => families });
    const hangUps: (() => void)[] = [];
    for (let at = 0; at < 10; at += 1) hangUps.push(await holdOpen(url));
    const { code, body } = await ask(url);
    for (const hangUp of hangUps) hangUp();
    expect({ code, body }).toEqual({
      code: 503,
      body: 'Too many scrapes at once; try again in a moment.\n',
    });
  });
});

function rendered(
  format: Format,
  monitor: PerformanceMonitor,
  families: readonly MetricFamily[],
): Buffer {
  const { families: own, now } = monitor.collect();
  const pieces = createRenderer(format).render({ families: [...own, ...families], now });
  return Buffer.concat([...pieces].map((piece) => Buffer.from(piece)));
}

/** Takes the beginning of an answer and hangs up. */
async function leaveEarly(url: string): Promise<void> {
  const hangUp = await holdOpen(url);
  hangUp();
}

/** Asks and reads no more than the head of the answer. Answers how to hang up. */
function holdOpen(url: string): Promise<() => void> {
  return new Promise((done, fail) => {
    const sent = request(url, { agent: false }, (answer) => {
      answer.on('error', () => {});
      done(() => sent.destroy());
    });
    sent.on('error', fail);
    sent.end();
  });
}
