import { afterEach, describe, expect, it } from '@jest/globals';
import { PerformanceMonitor } from '@turnscope/core';
import { createServerApp, type ExporterServerOptions } from '../../../src/server/server-app.ts';
import { type Answer, ask, type Question } from '../../support/ask.ts';

let close: () => Promise<void>;
afterEach(() => close());

const noon = Date.UTC(2026, 7, 3, 12);

/** A monitor in which tactical responses were slow for ten minutes up to half past twelve, and a server of it. */
async function serve(options: Partial<ExporterServerOptions> = {}) {
  let now = noon;
  const monitor = new PerformanceMonitor({ clock: { now: () => now } });
  for (let second = 0; second <= 600; second += 15) {
    monitor.recordExchange({
      conversationId: 'c',
      processType: 'tactical',
      durationSeconds: 60,
      outcome: 'success',
    });
    monitor.evaluate();
    now += 15_000;
  }
  const app = createServerApp({ monitor, ...options });
  close = () => app.close();
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  const get = (path: string, question?: Question): Promise<Answer> => ask(url + path, question);
  const pass = (seconds: number) => {
    now += seconds * 1000;
  };
  return { get, pass, monitor, now: () => now };
}

const paths = ['/api/v1/report', '/api/v1/alerts', '/api/v1/signals'];

describe('the API', () => {
  it.each(paths)('%s answers JSON that nobody is to keep', async (path) => {
    const { get } = await serve();
    const { code, headers, body } = await get(path);
    expect(code).toBe(200);
    expect(headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
    });
    expect(JSON.parse(body)).toMatchObject({ status: 'success', data: expect.any(Object) });
  });

  it.each(paths)('%s answers HEAD without a body', async (path) => {
    const { get } = await serve();
    const { code, bytes } = await get(path, { method: 'HEAD' });
    expect({ code, length: bytes.length }).toEqual({ code: 200, length: 0 });
  });

  it.each(paths)('%s answers 503 while history is read', async (path) => {
    const { get } = await serve({ ready: () => false });
    const { code, body } = await get(path);
    expect(code).toBe(503);
    expect(JSON.parse(body)).toEqual({
      status: 'error',
      errorType: 'unavailable',
      error: 'History is still being read; try again in a moment.',
    });
  });

  it.each([
    {
      path: '/api/v1/report?windwo=1h',
      parameter: 'windwo',
      error: 'windwo is no parameter; known here: window, from, to',
    },
    {
      path: '/api/v1/report?window=1h&window=2h',
      parameter: 'window',
      error: 'window must be given once, got it several times',
    },
    {
      path: '/api/v1/report?window=25h',
      parameter: 'window',
      error: 'window must be above 0 and up to 1d, the history that is kept; got 25h',
    },
    {
      path: '/api/v1/alerts?active=true',
      parameter: 'active',
      error: 'active is no parameter; there are none here',
    },
    {
      path: '/api/v1/signals?__proto__=1',
      parameter: '__proto__',
      error: '__proto__ is no parameter; there are none here',
    },
  ])('says what is wrong with $path', async ({ path, parameter, error }) => {
    const { get } = await serve();
    const { code, body } = await get(path);
    expect(code).toBe(400);
    expect(JSON.parse(body)).toEqual({
      status: 'error',
      errorType: 'bad_data',
      error,
      parameter,
    });
  });

  it('answers 500 when it fails, tells why and goes on', async () => {
    const errors: unknown[] = [];
    const { get, monitor } = await serve({ onError: (error) => errors.push(error) });
    const { signals } = monitor;
    monitor.signals = () => {
      throw new Error('broken');
    };
    const { code, body } = await get('/api/v1/signals');
    expect({ code, errors }).toEqual({ code: 500, errors: [new Error('broken')] });
    expect(JSON.parse(body)).toMatchObject({ status: 'error', errorType: 'internal' });
    monitor.signals = signals;
    expect((await get('/api/v1/signals')).code).toBe(200);
  });
});

describe('/api/v1/report', () => {
  it('answers the report of the window', async () => {
    const { get, monitor, now } = await serve();
    const { body } = await get('/api/v1/report?window=30m');
    const { data } = JSON.parse(body);
    expect(data).toEqual(JSON.parse(JSON.stringify(monitor.report({ seconds: 1_800 }))));
    expect(data.window).toMatchObject({ from: now() - 1_800_000, to: now() });
  });

  it('answers the report between two times', async () => {
    const { get } = await serve();
    const { body } = await get(`/api/v1/report?from=2026-08-03T12:00:00Z&to=${noon + 60_000}`);
    expect(JSON.parse(body).data.window).toMatchObject({ from: noon, to: noon + 60_000 });
  });
});

describe('/api/v1/alerts', () => {
  it('answers alerts that are active, and those that have resolved', async () => {
    const { get, pass } = await serve();
    const { active, resolved } = JSON.parse((await get('/api/v1/alerts')).body).data;
    expect(active).toContainEqual(
      expect.objectContaining({
        name: 'TurnscopeSlowResponses',
        severity: 'critical',
        processType: 'tactical',
        state: 'firing',
      }),
    );
    expect(resolved).toEqual([]);
    pass(3_600);
    await get('/api/v1/alerts');
    pass(3_600);
    const later = JSON.parse((await get('/api/v1/alerts')).body).data;
    expect(later.active).toEqual([]);
    expect(later.resolved).toContainEqual(
      expect.objectContaining({ name: 'TurnscopeSlowResponses', state: 'resolved' }),
    );
  });
});

describe('/api/v1/signals', () => {
  it('answers every signal, with null for what there is not', async () => {
    const { get } = await serve();
    const { signals } = JSON.parse((await get('/api/v1/signals')).body).data;
    const of = (signal: string, processType: string | null) =>
      signals.find(
        (each: { signal: string; processType: string | null }) =>
          each.signal === signal && each.processType === processType,
      );
    expect(of('completion_ratio', 'tactical')).toMatchObject({ window: '1h', value: 1 });
    expect(of('completion_ratio', 'strategic')).toMatchObject({ value: null });
    expect(of('rows_overflowed_1h', null)).toMatchObject({ value: 0 });
  });
});
