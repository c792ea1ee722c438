import { describe, expect, it } from '@jest/globals';
import { agentEnvironment } from '../support/agent-environment.ts';
import { countedSeries } from '../support/counted-series.ts';
import { standIn, useAgents } from '../support/stage-agents.ts';
import { until } from '../support/until.ts';

const stage = useAgents();

describe('a process that is restarted', () => {
  it('resumes the conversation that it held', async () => {
    const agents = stage.manager({ processes: { solo: 1 } });
    await agents.start();
    const { conversationId } = await agents.send('#1');
    await expect(agents.send('#2 crash')).rejects.toMatchObject({ reason: 'process-died' });
    const answer = await agents.send('#3', { conversationId });
    expect(answer.conversationId).toBe(conversationId);
    const starts = stage.diary().filter(({ what }) => what === 'start');
    expect(starts.map(({ detail }) => detail)).toEqual(['', `--resume ${conversationId}`]);
  });

  it('gives a conversation up that cannot be resumed, and refuses who waits for it', async () => {
    // A command that fails whenever it is to resume.
    const agents = stage.manager({
      processes: { solo: 1 },
      command: '/bin/sh',
      args: ['-c', 'case "$*" in *--resume*) exit 4;; esac; exec "$NODE" "$STAND_IN"', 'agent'],
      environment: {
        ...agentEnvironment(stage.folder()),
        NODE: process.execPath,
        STAND_IN: standIn,
      },
    });
    await agents.start();
    const { conversationId } = await agents.send('#1');
    const died = agents.send('#2 crash');
    const waiting = agents.send('#3', { conversationId });
    await expect(died).rejects.toMatchObject({ reason: 'process-died' });
    await expect(waiting).rejects.toMatchObject({ reason: 'unknown' });
    const fresh = await agents.send('#4');
    expect(fresh.conversationId).not.toBe(conversationId);
    expect(countedSeries(agents.monitor)).toMatchObject({
      'restarts_total solo,crash,error': 3,
      'restarts_total solo,crash,success': 1,
    });
  });

  it('is given up when its budget is used up; what waits is refused, and it can be tried anew', async () => {
    const agents = stage.manager({ processes: { solo: 1 }, restarts: { restarts: 2 } });
    await agents.start();
    for (const message of ['#1 crash', '#2 crash']) {
      await expect(agents.send(message)).rejects.toMatchObject({ reason: 'process-died' });
    }
    const last = agents.send('#3 crash');
    const waiting = agents.send('#4');
    await expect(last).rejects.toMatchObject({ reason: 'process-died' });
    await expect(waiting).rejects.toMatchObject({ reason: 'no-process' });
    await expect(agents.send('#5')).rejects.toMatchObject({
      reason: 'no-process',
      message: expect.stringContaining('restartFailed()'),
    });
    expect(agents.processes()[0]).toMatchObject({ state: 'failed', restarts: 2, failures: 3 });
    expect(await agents.restartFailed()).toBe(1);
    expect((await agents.send('#6')).text).toBe('answer to 6');
    expect(countedSeries(agents.monitor, /restarts_total|processes/)).toEqual({
      'restarts_total solo,crash,success': 3,
      'processes solo,ready': 1,
    });
  });
});

describe('a message whose process dies', () => {
  it('is tried once more where the options say so, and its answer says that', async () => {
    const agents = stage.manager({ processes: { solo: 1 }, inFlight: 'retry' });
    await agents.start();
    const answer = await agents.send('#1 once crash 3');
    expect(answer).toMatchObject({ text: 'answer to 1', retried: true });
    expect(stage.diary().filter(({ what }) => what === 'turn')).toHaveLength(2);
  });

  it('is tried not more than once more', async () => {
    const agents = stage.manager({ processes: { solo: 1 }, inFlight: 'retry' });
    await agents.start();
    await expect(agents.send('#1 crash 3')).rejects.toMatchObject({
      reason: 'process-died',
      attempts: 2,
    });
    expect(stage.diary().filter(({ what }) => what === 'turn')).toHaveLength(2);
  });

  it('is not tried again when it was answered already', async () => {
    const agents = stage.manager({ processes: { solo: 1 }, inFlight: 'retry' });
    await agents.start();
    expect(await agents.send('#1 after crash')).toMatchObject({ retried: false });
    await until(() => agents.processes()[0]?.restarts === 1, 'it was restarted');
    expect(stage.diary().filter(({ what }) => what === 'turn')).toHaveLength(1);
  });

  it('is not tried again when nobody waits for it any more', async () => {
    const agents = stage.manager({ processes: { solo: 1 }, inFlight: 'retry' });
    await agents.start();
    await expect(agents.send('#1 hang', { timeoutMs: 100 })).rejects.toMatchObject({
      reason: 'timeout',
    });
    await until(() => agents.processes()[0]?.restarts === 1, 'it was restarted');
    await agents.send('#2');
    const turns = stage.diary().filter(({ what }) => what === 'turn');
    expect(turns.map(({ message }) => message)).toEqual(['1', '2']);
  });
});

describe('a process whose input nobody reads any more', () => {
  it('is unhealthy, and the message that was written to it gets an error', async () => {
    const agents = stage.manager({ processes: { solo: 1 } });
    await agents.start();
    await agents.send('#1 after close-input; hang');
    await until(() => stage.diary().some(({ what }) => what === 'deaf'), 'nobody reads');
    await expect(agents.send('#2')).rejects.toMatchObject({ reason: 'process-died' });
    await until(() => agents.processes()[0]?.restarts === 1, 'it was restarted');
    expect(countedSeries(agents.monitor)).toMatchObject({
      'process_exits_total solo,unhealthy': 1,
      'restarts_total solo,unhealthy,success': 1,
    });
  });
});
