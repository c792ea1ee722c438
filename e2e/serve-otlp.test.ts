import { mkdir, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { twoTurns } from '../packages/cli/test/support/two-turns.ts';
import {
  type OtlpReceiver,
  type OtlpRequest,
  resourceOf,
  startOtlpReceiver,
  translateOtlp,
} from '../packages/conformance/src/otlp/index.ts';
import { freePort } from './support/server-process.ts';
import { anyPort, useBench } from './support/turnscope-command.ts';

const bench = useBench();
let receiver: OtlpReceiver;

beforeEach(async () => {
  receiver = await startOtlpReceiver();
  const folder = join(bench.folder(), 'claude', 'projects');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'two-turns.jsonl'), twoTurns());
});

afterEach(() => receiver.close());

async function arrived(path: string): Promise<OtlpRequest> {
  for (;;) {
    const request = receiver.take(path);
    if (request) return request;
    await new Promise((done) => setTimeout(done, 20));
  }
}

function responsesIn(request: OtlpRequest): number {
  const families = translateOtlp(request);
  const series = families.find(({ name }) => name === 'turnscope_responses_total')?.series ?? [];
  return series.reduce((sum, each) => sum + ('value' in each ? each.value : 0), 0);
}

describe('turnscope serve with an OTLP endpoint', () => {
  it('pushes what it serves, once history is read, and says who it is', async () => {
    const command = bench.start(
      'serve',
      '--from',
      'start',
      ...anyPort,
      '--otlp-endpoint',
      receiver.url,
    );
    const { port } = new URL(await command.metricsUrl());
    const request = await arrived('/v1/metrics');
    expect(responsesIn(request)).toBe(2);
    expect(resourceOf(request)).toMatchObject({
      'service.name': 'turnscope',
      'service.instance.id': `${hostname()}:${port}`,
      'host.name': hostname(),
    });
    const served = await (await fetch(await command.metricsUrl())).text();
    const names = [...served.matchAll(/^# TYPE (turnscope_\S+) /gm)].map(([, name]) => name);
    const pushed = translateOtlp(request).map(({ name }) => name);
    expect(pushed.toSorted()).toEqual(names.toSorted());
  });

  it('pushes at intervals and once more at its end, to the path that the file says', async () => {
    const otlp = `otlp: { endpoint: "${receiver.url}/api/v1/otlp/", interval: 1s }\n`;
    await writeFile(join(bench.folder(), 'turnscope.yaml'), otlp);
    const command = bench.start('serve', '--from', 'start', ...anyPort);
    await arrived('/api/v1/otlp/v1/metrics');
    await command.says(/Read 1 /);
    command.signal('SIGTERM');
    expect(await command.ended).toMatchObject({ code: 0 });
    expect(receiver.take('/api/v1/otlp/v1/metrics')).toBeDefined();
  });

  it('tells once that nobody takes them, without the path, and goes on', async () => {
    const nobody = `http://127.0.0.1:${await freePort()}/hush`;
    const otlp = `otlp: { endpoint: "${nobody}", interval: 1s }\n`;
    await writeFile(join(bench.folder(), 'turnscope.yaml'), otlp);
    const command = bench.start('serve', ...anyPort);
    await command.saysError(/pushing metrics failed: http:\/\/127\.0\.0\.1:\d+: .*ECONNREFUSED/);
    await new Promise((done) => setTimeout(done, 2_500));
    expect(command.err().match(/pushing metrics failed/g)).toHaveLength(1);
    expect(command.err()).not.toContain('hush');
    expect((await fetch(await command.metricsUrl())).status).toBe(200);
  });

  it('refuses what is no URL', async () => {
    const command = bench.start('serve', ...anyPort, '--otlp-endpoint', 'localhost:4317');
    expect(await command.ended).toMatchObject({ code: 2 });
    expect(command.err()).toMatch(/^turnscope: --otlp-endpoint must /);
  });
});
