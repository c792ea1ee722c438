import { describe, expect, it } from '@jest/globals';
import { useAgents } from '../support/stage-agents.ts';
import { until } from '../support/until.ts';

const stage = useAgents();

/** Ids of messages in the order in which agents began to work on them. */
const worked = () =>
  stage
    .diary()
    .filter(({ what }) => what === 'turn')
    .map(({ message }) => message);

describe('a message', () => {
  it('gets its answer with usage, conversation and who gave it', async () => {
    const agents = stage.manager({ processes: { solo: 1 } });
    await agents.start();
    const answer = await agents.send('#1 tool Bash');
    expect(answer).toEqual({
      text: 'answer to 1',
      conversationId: stage.diary()[0]?.session,
      usage: { input: 20, output: 50, cacheRead: 40_500, cacheCreation: 1_000 },
      durationSeconds: expect.any(Number),
      process: 'solo-1',
      processType: 'solo',
      turns: 1,
      compactionDue: false,
      retried: false,
    });
    expect(answer.durationSeconds).toBeGreaterThan(0);
  });

  it('goes to a process of its type, to the one it names, or to the one that holds its conversation', async () => {
    const agents = stage.manager({ processes: { strategic: 1, tactical: 2 } });
    await agents.start();
    const typed = await agents.send('#1', { processType: 'strategic' });
    const named = await agents.send('#2', { process: 'tactical-2' });
    const { conversationId } = named;
    const held = await agents.send('#3', { conversationId });
    expect([typed, named, held].map(({ process }) => process)).toEqual([
      'strategic-1',
      'tactical-2',
      'tactical-2',
    ]);
  });

  it('goes to the process with the fewest turns', async () => {
    const agents = stage.manager({ processes: { solo: 3 } });
    await agents.start();
    const ids: string[] = [];
    for (const message of ['#1', '#2', '#3', '#4']) ids.push((await agents.send(message)).process);
    expect(ids).toEqual(['solo-1', 'solo-2', 'solo-3', 'solo-1']);
  });

  it('waits for a process, in the order of sending, and no longer than there is room', async () => {
    const agents = stage.manager({ processes: { solo: 1 }, queueLimit: 2 });
    await agents.start();
    const sent = ['#1 sleep 100', '#2', '#3', '#4'].map((text) => agents.send(text));
    const results = await Promise.allSettled(sent);
    expect(results.map(({ status }) => status)).toEqual([
      'fulfilled',
      'fulfilled',
      'fulfilled',
      'rejected',
    ]);
    expect(results[3]).toMatchObject({ reason: { reason: 'queue-full' } });
    expect(worked()).toEqual(['1', '2', '3']);
  });

  it('does not hold up those behind it that another process can take', async () => {
    const agents = stage.manager({ processes: { one: 1, other: 1 } });
    await agents.start();
    const slow = agents.send('#1 sleep 300', { processType: 'one' });
    const behind = agents.send('#2', { processType: 'one' });
    await agents.send('#3', { processType: 'other' });
    expect(worked()).not.toContain('2');
    await Promise.all([slow, behind]);
  });

  it.each([
    { target: { process: 'solo-9' }, reason: 'unknown', words: 'with the id solo-9' },
    { target: { conversationId: 'x' }, reason: 'unknown', words: 'that holds the conversation x' },
    {
      target: { processType: 'other' },
      reason: 'unknown',
      words: 'of the type other; the types are: solo.',
    },
  ])('is refused when nobody can take it: $target', async ({ target, reason, words }) => {
    const agents = stage.manager({ processes: { solo: 1 } });
    await agents.start();
    await expect(agents.send('#1', target)).rejects.toMatchObject({
      reason,
      message: expect.stringContaining(words),
    });
  });

  it('is refused before the manager runs', async () => {
    await expect(stage.manager().send('#1')).rejects.toMatchObject({ reason: 'not-running' });
  });

  it('says that a compaction is due at the turn limit, until the context was compacted', async () => {
    const agents = stage.manager({ processes: { solo: { turnLimit: 2 } } });
    await agents.start();
    const due: [number, boolean][] = [];
    for (const text of ['#1', '#2', '#3', '#4 compact']) {
      const { turns, compactionDue } = await agents.send(text);
      due.push([turns, compactionDue]);
    }
    expect(due).toEqual([
      [1, false],
      [2, true],
      [3, true],
      [1, false],
    ]);
  });
});

describe('a message that is given up', () => {
  it('in the queue is never given to a process', async () => {
    const agents = stage.manager({ processes: { solo: 1 } });
    await agents.start();
    const giveUp = new AbortController();
    const first = agents.send('#1 sleep 100');
    const second = agents.send('#2', { signal: giveUp.signal });
    const third = agents.send('#3', { timeoutMs: 10 });
    giveUp.abort(new Error('not needed'));
    await expect(second).rejects.toMatchObject({
      reason: 'aborted',
      cause: new Error('not needed'),
    });
    await expect(third).rejects.toMatchObject({ reason: 'timeout', attempts: 0 });
    await first;
    await agents.send('#4');
    expect(worked()).toEqual(['1', '4']);
  });

  it('before it was sent is refused', async () => {
    const agents = stage.manager({ processes: { solo: 1 } });
    await agents.start();
    await expect(agents.send('#1', { signal: AbortSignal.abort() })).rejects.toMatchObject({
      reason: 'aborted',
    });
    expect(worked()).toEqual([]);
  });

  it('in its turn is interrupted, and its process takes the next one without a restart', async () => {
    const agents = stage.manager({ processes: { solo: 1 }, graceMs: 5_000 });
    await agents.start();
    const giveUp = new AbortController();
    const given = agents.send('#1 sleep 200', { signal: giveUp.signal });
    await until(() => worked().length === 1, 'the agent works');
    giveUp.abort();
    await expect(given).rejects.toMatchObject({ reason: 'aborted', attempts: 1 });
    expect((await agents.send('#2')).text).toBe('answer to 2');
    expect(stage.diary().map(({ what }) => what)).toContain('interrupt');
    expect(agents.processes()[0]).toMatchObject({ restarts: 0, state: 'ready' });
  });
});
