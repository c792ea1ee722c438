import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { AgentEvent } from '@turnscope/core';
import { describeWith, folder } from '@turnscope/testing';
import { createPseudoRandom } from '../../src/demo/random/pseudo-random.ts';
import { readExpected } from '../support/expected-data.ts';
import { eventsOf, factsOfEvents } from '../support/facts.ts';
import { createFakeClock } from '../support/fake-clock.ts';
import { openSource, readTranscripts } from '../support/read-transcripts.ts';
import { stageFolder } from '../support/stage-folder.ts';
import { type Pick, Writer } from '../support/writers.ts';

const data = folder('../shared/data/claude-code');
const smallBytes = 180_000;
const smallRuns = 220;
const largeRuns = 6;

type Contents = readonly (readonly [path: string, content: Buffer])[];

// A failing run names its seed; `it.only.each([[seed]])` repeats it.
describeWith(data, 'the shared transcripts, written by several writers at once', () => {
  const all: Contents = readExpected(data.path).map(([path]) => [
    path.replaceAll('/', '_').replace(/.*_(agent-)/, '$1'),
    withNewline(readFileSync(join(data.path, 'transcripts', path))),
  ]);
  const small = all.filter(([, content]) => content.length <= smallBytes);
  const seeds = (count: number, first: number) =>
    Array.from({ length: count }, (_, index) => [first + index]);

  describe('a few small ones', () => {
    it.each(seeds(smallRuns, 1000))('give the totals of the replay, seed %i', (seed) => {
      const pick = picker(seed);
      return compare(shuffled(small, pick).slice(0, 2 + pick(4)), pick);
    });
  });

  describe('all', () => {
    it.each(seeds(largeRuns, 5000))('give the totals of the replay, seed %i', (seed) => {
      const pick = picker(seed);
      return compare(shuffled(all, pick), pick);
    });
  });
});

/** A line without its end is not there until the end of input, but its turn may be over before. */
function withNewline(content: Buffer): Buffer {
  return Buffer.from(`${content.toString().trimEnd()}\n`);
}

async function compare(contents: Contents, pick: Pick): Promise<void> {
  const replayed = await readTranscripts(stageFolder(Object.fromEntries(contents)));
  const followed = await follow(contents, pick);
  expect(totals(followed)).toEqual(totals(replayed.events));
}

/** Writes the contents at compressed time: the clock hardly moves, so that only lines tell of silence. */
async function follow(contents: Contents, pick: Pick): Promise<readonly AgentEvent[]> {
  const root = stageFolder({});
  const clock = createFakeClock();
  const { source, delivery } = openSource([root], { clock });
  const writers = contents.map(([name, content]) => new Writer(root, name, content, pick));
  for (let open = writers; open.length > 0; open = writers.filter(({ isDone }) => !isDone)) {
    act(open, writers, pick);
    clock.advance(0.001);
    if (pick(3) === 0) await source.poll();
  }
  await source.poll();
  clock.advance(120);
  await source.poll();
  source.drain();
  expect(delivery.parseErrors).toEqual([]);
  return delivery.events;
}

function act(open: readonly Writer[], writers: Writer[], pick: Pick): void {
  const writer = open[pick(open.length)];
  if (writer === undefined) return;
  const what = pick(40);
  if (what === 0) writer.rename();
  else if (what === 1) writer.truncate();
  else if (what === 2 && writers.length < 60) writers.push(writer.copy());
  else writer.write();
}

/** Everything but what a file's name decides: which conversation a copied line is of. */
function totals(events: readonly AgentEvent[]) {
  const durations = eventsOf(events, 'tool-call').map((call) => call.durationSeconds ?? 0);
  return {
    ...factsOfEvents(events),
    tools: durations.length,
    toolSeconds: durations.reduce((sum, seconds) => sum + Math.round(seconds * 1000), 0),
    starts: eventsOf(events, 'process-start')
      .map(({ kind }) => kind)
      .toSorted(),
  };
}

function picker(seed: number): Pick {
  const random = createPseudoRandom(seed);
  return (limit) => Math.floor(random() * limit);
}

function shuffled<Item>(items: readonly Item[], pick: Pick): readonly Item[] {
  return items
    .map((item) => ({ item, place: pick(1e9) }))
    .sort((left, right) => left.place - right.place)
    .map(({ item }) => item);
}
