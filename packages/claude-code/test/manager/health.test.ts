import { describe, expect, it } from '@jest/globals';
import type { ResourceUsage } from '../../src/index.ts';
import { systemProbe } from '../../src/manager/resources.ts';
import { countedSeries } from '../support/counted-series.ts';
import { createFakeClock } from '../support/fake-clock.ts';
import { useAgents } from '../support/stage-agents.ts';
import { until } from '../support/until.ts';

const stage = useAgents();
const megabyte = 1024 * 1024;

/** A probe that says the same of every process, and a stopwatch that goes on only when told. */
function createMachine() {
  const stopwatch = createFakeClock();
  let usage: ResourceUsage = { memoryBytes: 0, cpuSeconds: 0 };
  return {
    stopwatch,
    probe: async (pids: readonly number[]) => new Map(pids.map((pid) => [pid, usage])),
    uses(next: ResourceUsage) {
      usage = next;
    },
  };
}

describe('a health check', () => {
  it('says of each process whether it is healthy, and what it takes', async () => {
    const machine = createMachine();
    const agents = stage.manager({ processes: { solo: 2 }, outside: machine });
    await agents.start();
    machine.uses({ memoryBytes: 5 * megabyte, cpuSeconds: 1 });
    await agents.checkHealth();
    machine.stopwatch.advance(10);
    machine.uses({ memoryBytes: 6 * megabyte, cpuSeconds: 4 });
    const healthy = await agents.checkHealth();
    expect(Object.fromEntries(healthy)).toEqual({ 'solo-1': true, 'solo-2': true });
    expect(agents.processes()[0]).toMatchObject({ memoryBytes: 6 * megabyte, cpuRatio: 0.3 });
  });

  it('restarts a process that takes more memory than it may', async () => {
    const agents = stage.manager({
      processes: { solo: 1 },
      resources: { memoryBytes: 250 * megabyte },
    });
    await agents.start();
    await agents.send('#1 grow 10');
    expect(Object.fromEntries(await agents.checkHealth())).toEqual({ 'solo-1': true });
    await agents.send('#2 grow 300');
    expect(Object.fromEntries(await agents.checkHealth())).toEqual({ 'solo-1': false });
    expect(countedSeries(agents.monitor)).toMatchObject({ 'processes solo,unhealthy': 1 });
    await until(() => agents.processes()[0]?.state === 'ready', 'it is ready again');
    expect(countedSeries(agents.monitor)).toMatchObject({
      'process_exits_total solo,unhealthy': 1,
      'restarts_total solo,unhealthy,success': 1,
    });
  });

  it('restarts a process that keeps the processor busier than it may, three checks in a row', async () => {
    const machine = createMachine();
    const agents = stage.manager({
      processes: { solo: 1 },
      resources: { cpuRatio: 0.9 },
      outside: machine,
    });
    await agents.start();
    const found: boolean[] = [];
    for (const cpuSeconds of [0, 10, 20, 21, 31, 41, 51]) {
      machine.uses({ memoryBytes: 1, cpuSeconds });
      found.push((await agents.checkHealth()).get('solo-1') ?? false);
      machine.stopwatch.advance(10);
    }
    expect(found).toEqual([true, true, true, true, true, true, false]);
    await until(() => agents.processes()[0]?.restarts === 1, 'it was restarted');
    expect(countedSeries(agents.monitor)).toMatchObject({
      'restarts_total solo,unhealthy,success': 1,
    });
  });

  it('says of a process that is being restarted that it is not healthy', async () => {
    const agents = stage.manager({
      processes: { solo: 1 },
      backOff: { firstDelayMs: 60_000, longestDelayMs: 60_000 },
    });
    await agents.start();
    await agents.send('#1 crash').catch(() => {});
    expect(Object.fromEntries(await agents.checkHealth())).toEqual({ 'solo-1': false });
  });

  it('comes by itself, again and again', async () => {
    let probes = 0;
    const agents = stage.manager({
      processes: { solo: 1 },
      healthIntervalMs: 1,
      outside: {
        probe: async () => {
          probes += 1;
          return new Map();
        },
      },
    });
    await agents.start();
    await until(() => probes > 3, 'it was checked three times');
    expect(agents.processes()[0]?.state).toBe('ready');
  });
});

describe('the probe of the system', () => {
  it('says what a process takes, and nothing of one that is not there', async () => {
    const none = 2 ** 22 + 1;
    const usages = await systemProbe([process.pid, none]);
    expect([...usages.keys()]).toEqual([process.pid]);
    expect(usages.get(process.pid)?.memoryBytes).toBeGreaterThan(10 * megabyte);
    expect(usages.get(process.pid)?.cpuSeconds).toBeGreaterThan(0);
  });

  it('says nothing when it is asked of nobody', async () => {
    expect((await systemProbe([])).size).toBe(0);
  });
});
