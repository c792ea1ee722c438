import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { AgentEvent } from '@turnscope/core';
import { describeWith, folder } from '@turnscope/testing';
import { readExpected } from '../support/expected-data.ts';
import { eventsOf, factsOfEvents } from '../support/facts.ts';
import { createFakeClock } from '../support/fake-clock.ts';
import { openSource, readTranscripts } from '../support/read-transcripts.ts';
import { stageFolder } from '../support/stage-folder.ts';

const data = folder('../shared/data/claude-code');
/** When somebody looks after a line, in seconds, if the next line is not there yet. */
const looks = [0.4, 1.9, 2.1, 60, 119, 121, 900];

describeWith(data, 'a shared transcript, followed at the pace at which it was written', () => {
  const paths = readExpected(data.path).map(([path]) => path);

  describe.each(paths)('%s', (path) => {
    it('gives what its replay gives', async () => {
      const content = readFileSync(join(data.path, 'transcripts', path), 'utf8');
      const name = path.split('/').at(-1) ?? '';
      const replayed = await readTranscripts(stageFolder({ [name]: content }));
      const live = await follow(name, content.trimEnd().split('\n'));
      expect(factsOfEvents(live)).toEqual(factsOfEvents(replayed.events));
    });

    it('is known when its replay says, give or take the time between two looks', async () => {
      const content = readFileSync(join(data.path, 'transcripts', path), 'utf8');
      const name = path.split('/').at(-1) ?? '';
      const replayed = knownTimes((await readTranscripts(stageFolder({ [name]: content }))).events);
      const live = knownTimes(await follow(name, content.trimEnd().split('\n')));
      expect(live.length).toBe(replayed.length);
      const gaps = live.map((time, index) => (time - (replayed[index] ?? 0)) / 1000);
      expect(Math.max(0, ...gaps)).toBeLessThanOrEqual(1);
      expect(Math.min(0, ...gaps)).toBe(0);
    });
  });
});

async function follow(name: string, lines: readonly string[]) {
  const root = stageFolder({ [name]: '' });
  const times = timesOf(lines);
  const clock = createFakeClock(times[0]);
  const { source, delivery } = openSource([root], { clock });
  for (const [index, line] of lines.entries()) {
    appendFileSync(join(root, name), `${line}\n`);
    await source.poll();
    const wait = ((times[index + 1] ?? Number.POSITIVE_INFINITY) - clock.now()) / 1000;
    const start = clock.now();
    for (const look of looks.filter((seconds) => seconds < wait)) {
      clock.advance(look - (clock.now() - start) / 1000);
      await source.poll();
    }
    if (Number.isFinite(wait)) clock.advance(wait - (clock.now() - start) / 1000);
  }
  source.drain();
  return delivery.events;
}

/** When turns were known, and responses to be complete, the earliest first. The verdict on output waits by the clock only. */
function knownTimes(events: readonly AgentEvent[]): readonly number[] {
  const updates = eventsOf(events, 'response-update').filter((update) => !update.untrustedOutput);
  return [...eventsOf(events, 'turn'), ...updates]
    .map(({ knownAt }) => knownAt ?? Number.NaN)
    .sort((left, right) => left - right);
}

/** When each line was written: by its time, or with the one before it. */
function timesOf(lines: readonly string[]): readonly number[] {
  const stated = lines.map((line) => Date.parse(JSON.parse(line).timestamp ?? ''));
  const first = stated.find((time) => time > 0) ?? 0;
  let latest = first;
  return stated.map((time) => {
    latest = Math.max(latest, Number.isNaN(time) ? latest : time);
    return latest;
  });
}
