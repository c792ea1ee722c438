import { describe, expect, it } from '@jest/globals';
import { parseLines, readFiles, setStage, stageStart } from './demo-stage.ts';

describe('the files', () => {
  it('are the same, byte for byte, however often the demo is advanced', async () => {
    const often = await setStage();
    const seldom = await setStage();
    await often.play(0);
    await seldom.play(0);
    for (let quarter = 0; quarter < 4 * 300; quarter += 1) await often.play(0.25);
    await seldom.play(113);
    await seldom.play(187);
    expect(await readFiles(often.folder)).toEqual(await readFiles(seldom.folder));
  });

  it('differ with the seed', async () => {
    const one = await setStage({ seed: 1 });
    const two = await setStage({ seed: 2 });
    await one.play(0);
    await two.play(0);
    const [first] = await readFiles(one.folder);
    const [second] = await readFiles(two.folder);
    expect(first).not.toEqual(second);
  });

  it('lie where Claude Code would put them', async () => {
    const { folder, play } = await setStage();
    await play(0);
    await play(3_600);
    const uuid = '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}';
    const place = new RegExp(
      `^-turnscope-demo/${uuid}(\\.jsonl|/subagents/agent-a[0-9a-f]{16}\\.jsonl)$`,
    );
    for (const path of (await readFiles(folder)).keys()) expect(path).toMatch(place);
  });

  it('grow by less than 20 MB an hour', async () => {
    const { folder, play } = await setStage();
    await play(0);
    await play(3_600);
    const texts = [...(await readFiles(folder)).values()];
    expect(texts.join('').length).toBeLessThan(20e6);
  });

  it('end with a whole line at any time', async () => {
    const { folder, play } = await setStage();
    for (let call = 0; call < 20; call += 1) {
      await play(1.7);
      for (const text of (await readFiles(folder)).values())
        expect(text.endsWith('}\n')).toBe(true);
    }
  });
});

describe('every line', () => {
  it('is JSON with the envelope of a transcript', async () => {
    const { folder, play } = await setStage();
    await play(0);
    await play(900);
    for (const text of (await readFiles(folder)).values()) {
      for (const line of parseLines(text)) {
        expect(line).toMatchObject({
          type: expect.stringMatching(/^(user|assistant|system|progress)$/),
          uuid: expect.any(String),
          sessionId: expect.any(String),
          version: '2.1.270',
          cwd: '/turnscope/demo',
          isSidechain: expect.any(Boolean),
          userType: 'external',
          timestamp: expect.stringMatching(/^2026-08-01T1\d:\d\d:\d\d\.\d{3}Z$/),
        });
      }
    }
  });

  it('is never of the future', async () => {
    const { folder, play, clock } = await setStage();
    for (let call = 0; call < 40; call += 1) {
      await play(2.3);
      const texts = [...(await readFiles(folder)).values()];
      const times = texts.flatMap(parseLines).map((line) => Date.parse(line.timestamp));
      expect(Math.max(...times)).toBeLessThanOrEqual(clock.now());
    }
  });

  it('follows the line before it, in its file and in time', async () => {
    const { folder, play } = await setStage();
    await play(0);
    await play(1_800);
    for (const text of (await readFiles(folder)).values()) {
      const lines = parseLines(text);
      const parents = lines.map((line) => line.parentUuid ?? line.logicalParentUuid ?? null);
      expect(parents).toEqual([null, ...lines.slice(0, -1).map((line) => line.uuid)]);
      const times = lines.map((line) => line.timestamp);
      expect(times).toEqual([...times].sort());
    }
  });

  it('has an id of its own', async () => {
    const { folder, play } = await setStage();
    await play(0);
    await play(1_800);
    const texts = [...(await readFiles(folder)).values()];
    const ids = texts.flatMap(parseLines).map((line) => line.uuid);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('advance', () => {
  it('writes the history at the first call', async () => {
    const { demo, folder } = await setStage({ historySeconds: 300 });
    await demo.advance();
    const texts = [...(await readFiles(folder)).values()];
    const times = texts.flatMap(parseLines).map((line) => Date.parse(line.timestamp));
    expect(Math.min(...times)).toBe(stageStart - 300_000);
    expect(Math.max(...times)).toBeGreaterThan(stageStart - 10_000);
  });

  it('tells how many lines it has written', async () => {
    const { folder, play } = await setStage();
    const counts = [await play(0), await play(60), await play(60)];
    const texts = [...(await readFiles(folder)).values()];
    const written = counts.reduce((sum, count) => sum + count, 0);
    expect(texts.flatMap(parseLines)).toHaveLength(written);
  });

  it('writes nothing when no time has passed, or the clock was set back', async () => {
    const { play } = await setStage();
    await play(0);
    expect(await play(0)).toBe(0);
    expect(await play(-60)).toBe(0);
  });

  it('writes each line once when called while it is at work', async () => {
    const alone = await setStage();
    const together = await setStage();
    await alone.demo.advance();
    await Promise.all([together.demo.advance(), together.demo.advance()]);
    expect(await readFiles(together.folder)).toEqual(await readFiles(alone.folder));
  });

  it('has turns of both roles to show within ten seconds', async () => {
    const { demo, play } = await setStage();
    for (let second = 0; second < 10; second += 1) await play(1);
    const ledger = demo.ledger();
    expect(ledger['demo-strategic'].turns.success).toBeGreaterThan(0);
    expect(ledger['demo-tactical'].turns.success).toBeGreaterThan(0);
  });

  it('plays the cast it is given', async () => {
    const { demo, folder, play } = await setStage({ agents: { strategic: 2, tactical: 0 } });
    await play(0);
    expect(demo.ledger()['demo-strategic'].processStarts).toBe(2);
    expect(demo.ledger()['demo-tactical'].processStarts).toBe(0);
    const files = [...(await readFiles(folder)).keys()];
    expect(files.filter((path) => !path.includes('subagents'))).toHaveLength(2);
  });
});

describe('close', () => {
  it('ends the demo and leaves the files', async () => {
    const { demo, folder, play } = await setStage();
    await play(0);
    const before = await readFiles(folder);
    await demo.close();
    expect(await play(600)).toBe(0);
    expect(await readFiles(folder)).toEqual(before);
  });
});
