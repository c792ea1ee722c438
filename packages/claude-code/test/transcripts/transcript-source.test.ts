import { appendFileSync, chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { createTranscriptSource } from '../../src/index.ts';
import { TranscriptWriter } from '../fixtures/transcript-writer.ts';
import { eventsOf } from '../support/facts.ts';
import { openSource } from '../support/read-transcripts.ts';
import { stageFolder } from '../support/stage-folder.ts';

const writer = new TranscriptWriter('s1')
  .prompt(0)
  .respond(3, 'm1', { output: 4 })
  .prompt(10)
  .respond(12, 'm2', { output: 6 });
const text = writer.text;
const lineEnds = [...text.matchAll(/\n/g)].map((match) => match.index + 1);

describe('a poll', () => {
  it('reads what is there, and what was written since the one before', async () => {
    const folder = stageFolder({ 'p/s1.jsonl': text.slice(0, lineEnds[1]) });
    const { source, delivery } = openSource([folder]);
    expect(await source.poll()).toMatchObject({ files: 1, lines: 2 });
    expect(eventsOf(delivery.events, 'response')).toHaveLength(1);
    expect(await source.poll()).toEqual({
      files: 1,
      bytes: 0,
      lines: 0,
      events: 0,
      parseErrors: 0,
    });
    appendFileSync(join(folder, 'p/s1.jsonl'), text.slice(lineEnds[1]));
    expect(await source.poll()).toMatchObject({ files: 1, lines: 2 });
    expect(eventsOf(delivery.events, 'turn')).toMatchObject([{ durationSeconds: 3 }]);
  });

  it('leaves a partial last line until its end is written', async () => {
    const cut = (lineEnds[0] ?? 0) + 40;
    const folder = stageFolder({ 's1.jsonl': text.slice(0, cut) });
    const { source, delivery } = openSource([folder]);
    expect(await source.poll()).toMatchObject({ lines: 1, parseErrors: 0 });
    expect(await source.poll()).toMatchObject({ bytes: 0 });
    appendFileSync(join(folder, 's1.jsonl'), text.slice(cut, lineEnds[1]));
    expect(await source.poll()).toMatchObject({ lines: 1, parseErrors: 0 });
    expect(eventsOf(delivery.events, 'response')).toHaveLength(1);
  });

  it('finds files and folders that came later, at any depth', async () => {
    const folder = stageFolder({});
    const { source, delivery } = openSource([folder]);
    expect(await source.poll()).toMatchObject({ files: 0 });
    mkdirSync(join(folder, 'a/b/c'), { recursive: true });
    writeFileSync(join(folder, 'a/b/c/s1.jsonl'), text);
    writeFileSync(join(folder, 'a/notes.json'), text);
    expect(await source.poll()).toMatchObject({ files: 1 });
    expect(eventsOf(delivery.events, 'response')).toHaveLength(2);
  });

  it('reads a file through two folders once, and links to files but not to folders', async () => {
    const folder = stageFolder({ 'p/s1.jsonl': text });
    symlinkSync(join(folder, 'p/s1.jsonl'), join(folder, 'linked.jsonl'));
    symlinkSync(folder, join(folder, 'circle'));
    symlinkSync(folder, join(folder, 'circle.jsonl'));
    const { source, delivery } = openSource([folder, join(folder, 'p')]);
    expect(await source.poll()).toMatchObject({ files: 3, lines: 8 });
    expect(source.stats.files).toBe(2);
    expect(eventsOf(delivery.events, 'response')).toHaveLength(2);
  });

  // Beyond 64 active files the others shrink to what their next lines need: m2 answers the prompt at 10 s.
  it('goes on with a file that was idle while many others were written', async () => {
    const others = Array.from({ length: 70 }, (_, index) => [`t${index}.jsonl`, `{}\n`] as const);
    const folder = stageFolder({
      's1.jsonl': text.slice(0, lineEnds[2]),
      ...Object.fromEntries(others),
    });
    const { source, delivery } = openSource([folder]);
    await source.poll();
    appendFileSync(join(folder, 's1.jsonl'), text.slice(lineEnds[2]));
    await source.poll();
    source.drain();
    const durations = eventsOf(delivery.events, 'response-update').map((e) => e.durationSeconds);
    expect(durations.filter((duration) => duration !== undefined)).toEqual([3, 2]);
    expect(eventsOf(delivery.events, 'turn')).toMatchObject([
      { durationSeconds: 3 },
      { durationSeconds: 2 },
    ]);
  });

  it('that is called while one runs is the same one', async () => {
    const { source } = openSource([stageFolder({ 's1.jsonl': text })]);
    const [first, second] = await Promise.all([source.poll(), source.poll()]);
    expect(second).toBe(first);
    expect(source.stats.lines).toBe(4);
  });

  it('lets other work run while it reads a large file', async () => {
    const large = text.repeat(Math.ceil(8_000_000 / text.length));
    const { source } = openSource([stageFolder({ 's1.jsonl': large })]);
    let turnsOfTheLoop = 0;
    const ticking = setInterval(() => {
      turnsOfTheLoop += 1;
    }, 0);
    await source.poll();
    clearInterval(ticking);
    expect(turnsOfTheLoop).toBeGreaterThan(3);
  });

  it('tells once that a folder is missing, and again after it was there', async () => {
    const folder = join(stageFolder({}), 'projects');
    const { source, delivery } = openSource([folder]);
    await source.poll();
    await source.poll();
    const missing = `transcripts: ${folder} does not exist yet; waiting for it (another folder: --transcripts DIR)`;
    expect(delivery.problems).toEqual([missing]);
    mkdirSync(folder);
    await source.poll();
    rmSync(folder, { recursive: true });
    await source.poll();
    expect(delivery.problems).toEqual([missing, missing]);
  });

  it('tells what it cannot read, goes on with the others, and reads it when it can', async () => {
    const folder = stageFolder({ 's1.jsonl': text, 'other/s2.jsonl': '' });
    symlinkSync(join(folder, 'secret'), join(folder, 'broken.jsonl'));
    mkdirSync(join(folder, 'secret'));
    rmSync(join(folder, 'secret'), { recursive: true });
    writeFileSync(join(folder, 'no-folder'), '');
    const { source, delivery } = openSource([join(folder, 'no-folder'), folder]);
    expect(await source.poll()).toMatchObject({ files: 2, lines: 4 });
    expect(delivery.problems).toEqual([
      `transcripts: ${join(folder, 'no-folder')} is no folder; name the folder that holds the transcripts`,
    ]);
  });

  it('is not stopped by a file that may not be read', async () => {
    const folder = stageFolder({ 'a.jsonl': text, 's1.jsonl': text });
    chmodSync(join(folder, 'a.jsonl'), 0o000);
    const { source, delivery } = openSource([folder]);
    await source.poll();
    chmodSync(join(folder, 'a.jsonl'), 0o600);
    await source.poll();
    expect(eventsOf(delivery.events, 'response')).toHaveLength(2);
    expect(source.stats.lines).toBe(8);
  });
});

describe('draining', () => {
  it('takes a whole last line without newline, ends what is open, and happens once', async () => {
    const { source, delivery } = openSource([stageFolder({ 's1.jsonl': text.trimEnd() })]);
    await source.poll();
    expect(eventsOf(delivery.events, 'response')).toHaveLength(1);
    source.drain();
    expect(eventsOf(delivery.events, 'response')).toHaveLength(2);
    expect(eventsOf(delivery.events, 'turn')).toHaveLength(2);
    const events = delivery.events.length;
    source.drain();
    expect(await source.poll()).toMatchObject({ files: 0, events: 0 });
    expect(delivery.events).toHaveLength(events);
  });

  it('survives that a file is gone', async () => {
    const folder = stageFolder({ 's1.jsonl': text.trimEnd() });
    const { source, delivery } = openSource([folder]);
    await source.poll();
    rmSync(join(folder, 's1.jsonl'));
    await source.poll();
    source.drain();
    expect(eventsOf(delivery.events, 'turn')).toHaveLength(1);
    expect(delivery.problems).toEqual([]);
  });
});

describe('a source without onProblem', () => {
  it('keeps quiet about what it cannot read', async () => {
    const sink = { record: () => {}, parseError: () => {} };
    const source = createTranscriptSource({ folders: ['/does/not/exist'], sink });
    expect(await source.poll()).toMatchObject({ files: 0 });
  });
});
