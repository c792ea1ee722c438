import { describe, expect, it } from '@jest/globals';
import { countTranscripts } from './count-transcripts.ts';
import { readFiles, setStage } from './demo-stage.ts';

describe('the ledger', () => {
  it.each([1, 2, 3])('says what the files show, at any time (seed %i)', async (seed) => {
    const { demo, folder, play } = await setStage({ seed });
    for (let call = 0; call < 25; call += 1) {
      await play(call * 7.1);
      expect(demo.ledger()).toEqual(countTranscripts(await readFiles(folder)));
    }
  });

  it('has something of everything after three hours', async () => {
    const { demo, play } = await setStage();
    await play(0);
    await play(3 * 3_600);
    const ledger = demo.ledger();
    const agents = [ledger['demo-strategic'], ledger['demo-tactical']];
    const counts = [
      ...agents.map((agent) => agent.processStarts),
      ...agents.map((agent) => agent.turns.success),
      ...agents.map((agent) => agent.turns.interrupted),
      ...agents.map((agent) => agent.taskTurns),
      ...agents.map((agent) => agent.toolCalls.error),
      ...agents.map((agent) => agent.retries),
      ...agents.map((agent) => agent.compactions.count),
      // Rare: in three hours not with every agent.
      agents.reduce((sum, agent) => sum + agent.turns.error, 0),
      ledger['demo-subagent'].responses.success,
    ];
    expect(Math.min(...counts)).toBeGreaterThan(0);
  });

  it('is a copy', async () => {
    const { demo, play } = await setStage();
    await play(0);
    const before = demo.ledger();
    const text = JSON.stringify(before);
    await play(120);
    expect(JSON.stringify(before)).toBe(text);
    expect(JSON.stringify(demo.ledger())).not.toBe(text);
  });

  it('is empty before the first line', async () => {
    const { demo } = await setStage();
    expect(demo.ledger()).toEqual(countTranscripts(new Map()));
  });
});
