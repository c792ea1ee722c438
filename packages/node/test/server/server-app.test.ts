import { gunzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from '@jest/globals';
import { type MetricFamily, PerformanceMonitor } from '@turnscope/core';
import { createTextRenderer } from '@turnscope/exposition';
import { createServerApp, type ExporterServerOptions } from '../../src/server/server-app.ts';
import { type Answer, ask, type Question } from '../support/ask.ts';

/** A server on loopback, and how to ask it. */
type Asking = (path: string, question?: Question) => Promise<Answer>;

let close: () => Promise<void>;
afterEach(() => close());

function createMonitor(): PerformanceMonitor {
  return new PerformanceMonitor({
    clock: { now: () => 0 },
    sources: ['code', 'server'],
    zeroHoldSeconds: 0,
  });
}

async function serve(options: Partial<ExporterServerOptions> = {}): Promise<Asking> {
  const app = createServerApp({ monitor: createMonitor(), ...options });
  close = () => app.close();
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  return (path, question) => ask(url + path, question);
}

const pages = [
  '/metrics',
  '/-/healthy',
  '/-/ready',
  '/api/v1/report',
  '/api/v1/alerts',
  '/api/v1/signals',
];

const broken = (): readonly MetricFamily[] => {
  throw new Error('the provider broke');
};

describe('/metrics', () => {
  it('answers the metrics as text 0.0.4', async () => {
    const get = await serve();
    const answer = await get('/metrics');
    expect(answer.code).toBe(200);
    expect(answer.headers['content-type']).toBe('text/plain; version=0.0.4; charset=utf-8');
    expect(answer.headers['content-encoding']).toBeUndefined();
    expect(answer.body).toMatch(/^# HELP turnscope_/);
    expect(answer.headers['content-length']).toBe(String(Buffer.byteLength(answer.body)));
  });

  it('answers gzip to those who accept it', async () => {
    const headers = { 'accept-encoding': 'gzip' };
    const get = await serve();
    const answer = await get('/metrics', { headers });
    expect(answer.headers['content-encoding']).toBe('gzip');
    expect(answer.headers['vary']).toMatch(/accept-encoding/i);
    expect(gunzipSync(answer.bytes).toString()).toMatch(/^# HELP turnscope_/);
  });

  it.each(['identity', 'br', 'gzip;q=0', ''])(
    'answers plain text to accept-encoding %j',
    async (accepted) => {
      const headers = { 'accept-encoding': accepted };
      const get = await serve();
      const answer = await get('/metrics', { headers });
      expect(answer.headers['content-encoding']).toBeUndefined();
      expect(answer.body).toMatch(/^# HELP turnscope_/);
    },
  );

  it.each(['identity', 'gzip'])('answers HEAD without a body (%s)', async (accepted) => {
    const headers = { 'accept-encoding': accepted };
    const get = await serve();
    const answer = await get('/metrics', { method: 'HEAD', headers });
    expect(answer.code).toBe(200);
    expect(answer.headers['content-type']).toBe('text/plain; version=0.0.4; charset=utf-8');
    expect(answer.bytes.length).toBe(0);
  });

  it('counts every scrape, with the time it took', async () => {
    let now = 0;
    const families = () => {
      now += 250;
      return [];
    };
    const get = await serve({ stopwatch: { now: () => now }, families });
    await get('/metrics');
    const { body } = await get('/metrics');
    expect(body).toContain('turnscope_scrape_requests_total{format="text",code="200"} 1\n');
    expect(body).toContain('turnscope_scrape_duration_seconds_total{format="text"} 0.25\n');
  });

  it('shows nothing before history is read, and counts that too', async () => {
    let ready = false;
    const get = await serve({ ready: () => ready });
    const early = await get('/metrics');
    expect(early.code).toBe(503);
    expect(early.body).toBe('History is still being read; try again in a moment.\n');
    ready = true;
    const { body } = await get('/metrics');
    expect(body).toContain('turnscope_scrape_requests_total{format="text",code="503"} 1\n');
  });

  it('shows the families of others beside its own', async () => {
    const series = [{ labelValues: [], value: () => 7, read: () => {} }];
    const labels: readonly string[] = [];
    const more = { name: 'more', kind: 'gauge', unit: 'none', help: 'H.', labels, series } as const;
    const get = await serve({ families: () => [more] });
    const { body } = await get('/metrics');
    expect(body).toMatch(/^# HELP turnscope_.*# TYPE more gauge\nmore 7\n$/s);
  });

  it('answers 500 when rendering fails, tells why, counts it and goes on', async () => {
    const errors: unknown[] = [];
    const monitor = createMonitor();
    const get = await serve({ monitor, families: broken, onError: (error) => errors.push(error) });
    expect((await get('/metrics')).code).toBe(500);
    expect(errors).toEqual([new Error('the provider broke')]);
    expect((await get('/-/healthy')).code).toBe(200);
    const [text] = createTextRenderer().render(monitor.collect());
    expect(text).toContain('turnscope_scrape_requests_total{format="text",code="500"} 1\n');
  });

  it('can stand elsewhere', async () => {
    const get = await serve({ telemetryPath: '/agents/metrics' });
    expect((await get('/agents/metrics')).code).toBe(200);
    expect((await get('/metrics')).code).toBe(404);
    expect((await get('/')).body).toContain('href="/agents/metrics"');
  });
});

describe('the other pages', () => {
  it.each([
    { url: '/-/healthy', ready: false, code: 200, body: 'Healthy.\n' },
    { url: '/-/ready', ready: false, code: 503, body: 'Not ready: history is still being read.\n' },
    { url: '/-/ready', ready: true, code: 200, body: 'Ready.\n' },
  ])('$url answers $code when ready is $ready', async ({ url, ready, code, body }) => {
    const get = await serve({ ready: () => ready });
    const answer = await get(url);
    expect({ code: answer.code, body: answer.body }).toEqual({ code, body });
  });

  it('/ links to the other pages and shows a notice as text', async () => {
    const get = await serve({ notice: 'Invented & <safe>' });
    const { body, headers } = await get('/');
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    for (const path of pages) {
      expect(body).toContain(`href="${path}"`);
    }
    expect(body).toContain('<p class="notice">Invented &amp; &lt;safe&gt;</p>');
  });

  it.each(['/nothing', '/metrics/', '/metrics/x'])(
    '%s answers 404 and names the paths',
    async (url) => {
      const get = await serve();
      const answer = await get(url);
      expect(answer.code).toBe(404);
      expect(answer.body).toBe(`Not found. GET and HEAD are answered at /, ${pages.join(', ')}\n`);
    },
  );

  it('a request that makes no sense is answered 400', async () => {
    const get = await serve();
    expect((await get('/%zz')).code).toBe(400);
  });
});
