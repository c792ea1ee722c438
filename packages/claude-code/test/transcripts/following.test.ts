import {
  appendFileSync,
  copyFileSync,
  mkdirSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
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
const other = new TranscriptWriter('other').prompt(0).respond(7, 'o1', { output: 9 }).text;

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

type Step = (stage: Stage) => void;

const goOn: Step = ({ path }) => appendFileSync(path, text.slice(half));

describe('a followed file', () => {
  // Each row: what happens between polls, after which everything counted equals a replay of the files.
  it.each<[name: string, steps: readonly Step[], files: readonly string[]]>([
    ['that grows', [goOn], [text]],
    [
      'that grows byte by byte',
      [...text.slice(half)].map((byte) => (stage: Stage) => appendFileSync(stage.path, byte)),
      [text],
    ],
    [
      'that is truncated and written again',
      [({ path }) => truncateSync(path), ({ path }) => writeFileSync(path, text)],
      [text],
    ],
    [
      'that is truncated in the middle of a line and goes on',
      [({ path }) => truncateSync(path, 300), ({ path }) => appendFileSync(path, text.slice(300))],
      [text],
    ],
    [
      'that was truncated and grew beyond its size before anybody looked',
      [({ path }) => writeFileSync(path, other.repeat(9)), ({ path }) => writeFileSync(path, text)],
      [text, other],
    ],
    [
      'that is replaced by a longer one',
      [
        ({ path, folder }) => {
          writeFileSync(join(folder, 'new'), text);
          renameSync(join(folder, 'new'), path);
        },
      ],
      [text],
    ],
    [
      'that is replaced by another conversation',
      [
        goOn,
        ({ path }) => {
          rmSync(path);
          writeFileSync(path, other);
        },
      ],
      [text, other],
    ],
    [
      'that is deleted and comes back',
      [({ path }) => rmSync(path), () => {}, ({ path }) => writeFileSync(path, text)],
      [text],
    ],
    [
      'that is renamed and goes on',
      [
        ({ path }) => renameSync(path, `${path}.jsonl`),
        ({ path }) => appendFileSync(`${path}.jsonl`, text.slice(half)),
      ],
      [text],
    ],
    [
      'that is renamed into another folder while it grows',
      [
        ({ path, folder }) => {
          mkdirSync(join(folder, 'q'));
          appendFileSync(path, text.slice(half));
          renameSync(path, join(folder, 'q/s1.jsonl'));
        },
      ],
      [text],
    ],
    [
      'that is renamed while its name is given to another',
      [
        goOn,
        ({ path }) => {
          renameSync(path, `${path}.jsonl`);
          writeFileSync(path, other);
        },
      ],
      [text, other],
    ],
    [
      'that is copied',
      [
        ({ path }) => copyFileSync(path, `${path}.jsonl`),
        goOn,
        ({ path }) => copyFileSync(path, `${path}.jsonl`),
      ],
      [text],
    ],
    [
      'whose folder is renamed',
      [
        ({ folder }) => renameSync(join(folder, 'p'), join(folder, 'q')),
        ({ folder }) => appendFileSync(join(folder, 'q/s1.jsonl'), text.slice(half)),
      ],
      [text],
    ],
    [
      'beside which a subagent begins to write',
      [
        goOn,
        ({ folder }) => mkdirSync(join(folder, 'p/s1/subagents'), { recursive: true }),
        ({ folder }) => writeFileSync(join(folder, 'p/s1/subagents/session.jsonl'), other),
      ],
      [text, other],
    ],
  ])('%s', async (_name, steps, files) => {
    const stage = await setStage();
    for (const step of steps) {
      step(stage);
      await stage.source.poll();
    }
    stage.source.drain();
    expect(factsOfEvents(stage.delivery.events)).toEqual(await replay(...files));
    expect(stage.delivery.parseErrors).toEqual([]);
    expect(stage.delivery.problems).toEqual([]);
  });
});
