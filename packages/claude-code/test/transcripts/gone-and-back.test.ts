import { appendFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { TranscriptSource } from '../../src/index.ts';
import { TranscriptWriter } from '../fixtures/transcript-writer.ts';
import { factsOfEvents } from '../support/facts.ts';
import { createFakeClock, type FakeClock } from '../support/fake-clock.ts';
import { type Delivery, openSource, readTranscripts } from '../support/read-transcripts.ts';
import { stageFolder } from '../support/stage-folder.ts';

/** One turn of three responses and a tool, its first half ending inside a line. */
const text = new TranscriptWriter('s1')
  .prompt(0)
  .respond(3, 'm1', { output: 4 })
  .useTool(5, 'm2', 'Bash', 't1')
  .toolResult(8, 't1')
  .respond(12, 'm3', { output: 6 })
  .prompt(20)
  .respond(22, 'm4', { output: 1 }).text;
const half = text.indexOf('"toolu') > 0 ? text.indexOf('"toolu') : Math.floor(text.length * 0.6);
interface Stage {
  readonly path: string;
  readonly folder: string;
  readonly source: TranscriptSource;
  readonly delivery: Delivery;
  readonly clock: FakeClock;
}

/** A source that has read the first half of a file. */
async function setStage(): Promise<Stage> {
  const folder = stageFolder({ 'p/s1.jsonl': text.slice(0, half) });
  const clock = createFakeClock();
  const { source, delivery } = openSource([folder], { clock });
  await source.poll();
  return { path: join(folder, 'p/s1.jsonl'), folder, source, delivery, clock };
}

/** What a replay of these files tells. */
async function replay(...contents: readonly string[]) {
  const files = Object.fromEntries(contents.map((content, index) => [`f${index}.jsonl`, content]));
  return factsOfEvents((await readTranscripts(stageFolder(files))).events);
}

describe('a followed file', () => {
  it('is the same file under another name, and reads no byte twice', async () => {
    const { source, path } = await setStage();
    renameSync(path, `${path}.jsonl`);
    expect(await source.poll()).toMatchObject({ files: 1, bytes: 0 });
    expect(source.stats.files).toBe(1);
  });

  it('is not gone while its folder cannot be read', async () => {
    const { source, path, folder, delivery } = await setStage();
    renameSync(join(folder, 'p'), join(folder, 'hidden'));
    writeFileSync(join(folder, 'p'), '');
    await source.poll();
    rmSync(join(folder, 'p'));
    renameSync(join(folder, 'hidden'), join(folder, 'p'));
    appendFileSync(path, text.slice(half));
    await source.poll();
    source.drain();
    expect(factsOfEvents(delivery.events)).toEqual(await replay(text));
  });

  it('that is gone is released after ten minutes, and what was open in it ends', async () => {
    const { source, path, clock, delivery } = await setStage();
    rmSync(path);
    expect(await source.poll()).toMatchObject({ files: 0 });
    const open = factsOfEvents(delivery.events).turns;
    clock.advance(599);
    await source.poll();
    expect(factsOfEvents(delivery.events).turns).toEqual(open);
    clock.advance(1);
    await source.poll();
    expect(factsOfEvents(delivery.events).turns).toEqual({ 'user success': 1 });
  });

  // Ten minutes without a change, and a file is looked at every second time.
  it('that was idle for long is read within two polls', async () => {
    const { source, path, clock, delivery } = await setStage();
    for (let poll = 0; poll < 9; poll += 1) {
      clock.advance(600);
      await source.poll();
    }
    appendFileSync(path, text.slice(half));
    await source.poll();
    await source.poll();
    source.drain();
    expect(factsOfEvents(delivery.events).responses).toEqual({ 'tactical success': 4 });
  });
});
