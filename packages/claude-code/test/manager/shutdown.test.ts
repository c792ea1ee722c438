import { describe, expect, it } from '@jest/globals';
import { countedSeries } from '../support/counted-series.ts';
import { useAgents } from '../support/stage-agents.ts';
import { until } from '../support/until.ts';

const stage = useAgents();

describe('a shutdown', () => {
  it('answers what is on its way with a refusal, and leaves no process', async () => {
    const agents = stage.manager({ processes: { solo: 1 } });
    await agents.start();
    const running = agents.send('#1 hang');
    const waiting = agents.send('#2');
    const refused = Promise.all([
      expect(running).rejects.toMatchObject({ reason: 'not-running' }),
      expect(waiting).rejects.toMatchObject({ reason: 'not-running' }),
    ]);
    await agents.shutdown();
    await refused;
    expect(stage.left()).toEqual([]);
    expect(agents.isRunning).toBe(false);
    await expect(agents.send('#3')).rejects.toMatchObject({ reason: 'not-running' });
  });

  it('kills what ignores that it is asked to end, and tells the two apart', async () => {
    const agents = stage.manager({ processes: { solo: 2 } }, 'once ignore-term');
    await agents.start();
    await Promise.all([agents.send('#1 hang', { timeoutMs: 50 }), agents.shutdown(200)]).catch(
      () => {},
    );
    await agents.shutdown();
    expect(stage.left()).toEqual([]);
    const exits = countedSeries(agents.monitor, /process_exits/);
    const total = Object.values(exits).reduce((sum, count) => sum + count, 0);
    expect(total).toBe(2);
  });

  it('takes along what agents have started, wherever it went', async () => {
    const agents = stage.manager({ processes: { solo: 1 } });
    await agents.start();
    await agents.send('#1 orphan');
    expect(stage.left()).toHaveLength(2);
    await agents.shutdown();
    expect(stage.left()).toEqual([]);
  });

  it('does not wait for a restart that was to come', async () => {
    const agents = stage.manager({
      processes: { solo: 1 },
      backOff: { firstDelayMs: 60_000, longestDelayMs: 60_000 },
    });
    await agents.start();
    await agents.send('#1 crash').catch(() => {});
    expect(agents.processes()[0]?.state).toBe('unhealthy');
    await agents.shutdown();
    expect(agents.processes()[0]?.state).toBe('stopped');
    expect(countedSeries(agents.monitor, /turnscope_processes/)).toEqual({});
  });

  it('during the start ends what is starting', async () => {
    const agents = stage.manager({ processes: { solo: 2 } }, 'hang');
    const starting = expect(agents.start()).rejects.toMatchObject({ reason: 'start-failed' });
    await until(() => stage.left().length === 2, 'both have started');
    await agents.shutdown();
    await starting;
    expect(stage.left()).toEqual([]);
  });

  it('during a restart counts it as interrupted', async () => {
    const agents = stage.manager({ processes: { solo: 1 } }, 'sleep 300');
    await agents.start();
    await agents.send('#1 crash').catch(() => {});
    await until(() => agents.processes()[0]?.state === 'starting', 'it is starting again');
    await agents.shutdown();
    expect(countedSeries(agents.monitor, /restarts_total/)).toEqual({
      'restarts_total solo,crash,interrupted': 1,
    });
  });

  it('happens at the end of `await using`', async () => {
    const agents = stage.manager({ processes: { solo: 1 } });
    await (async () => {
      await using pool = agents;
      await pool.start();
    })();
    expect(agents.isRunning).toBe(false);
    expect(stage.left()).toEqual([]);
  });

  it('leaves no listener and no handle behind', async () => {
    const held = () => {
      const listeners = process.eventNames().map((name) => [name, process.listenerCount(name)]);
      return JSON.stringify([listeners, process.getActiveResourcesInfo().filter(ofAgents).sort()]);
    };
    const before = held();
    for (let round = 0; round < 3; round += 1) {
      const agents = stage.manager({ processes: { solo: 2 }, healthIntervalMs: 10 });
      await agents.start();
      await agents.send('#1');
      expect(held()).not.toBe(before);
      await agents.shutdown();
    }
    await until(() => held() === before, 'the handles of the processes are closed');
  });
});

/** Jest itself has timers and reads files now and then. */
function ofAgents(resource: string): boolean {
  return resource === 'ProcessWrap' || resource === 'PipeWrap';
}
