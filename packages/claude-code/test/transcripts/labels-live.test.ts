import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import type { AgentEvent } from '@turnscope/core';
import { TranscriptWriter, time } from '../fixtures/transcript-writer.ts';
import { createFakeClock } from '../support/fake-clock.ts';
import { openSource, readTranscripts } from '../support/read-transcripts.ts';
import { stageFolder } from '../support/stage-folder.ts';

const labelRules = {
  team: [
    { model: 'opus', value: 'research' },
    { model: 'haiku', value: 'web' },
  ],
};
const opus = { model: 'claude-opus-4-6', stop: 'end_turn' };
const haiku = { model: 'claude-haiku-4-5', stop: 'end_turn' };

/** The model changes with every response, so that an attribution which waits for silence would differ. */
const text = new TranscriptWriter('s1')
  .sessionStart(0, 'startup')
  .prompt(1)
  .respond(3, 'm1', opus)
  .boundary(60, { trigger: 'auto', preTokens: 155_000 })
  .respond(65, 'm2', haiku)
  .prompt(400)
  .respond(404, 'm3', opus)
  .sessionStart(900, 'resume')
  .prompt(901)
  .attempt(902, { status: 529 })
  .respond(904, 'm4', haiku)
  .prompt(1000)
  .interrupt(1001).text;

/** How often each thing was said of each team. */
function saidOf(events: readonly AgentEvent[]): readonly string[] {
  return events.map(({ type, at, labels }) => `${type} ${at} ${labels?.['team']}`).toSorted();
}

it('labels are the same followed, with a look every second, as replayed', async () => {
  const replayed = await readTranscripts(stageFolder({ 's1.jsonl': text }), { labelRules });
  const folder = stageFolder({ 's1.jsonl': '' });
  const clock = createFakeClock(time(0));
  const { source, delivery } = openSource([folder], { clock, labelRules });
  for (const line of text.trimEnd().split('\n')) {
    const writtenAt = Date.parse(JSON.parse(line).timestamp);
    while (clock.now() < writtenAt) {
      clock.advance(1);
      await source.poll();
    }
    appendFileSync(join(folder, 's1.jsonl'), `${line}\n`);
    await source.poll();
  }
  source.drain();
  expect(saidOf(delivery.events)).toEqual(saidOf(replayed.events));
  expect(saidOf(replayed.events)).toHaveLength(17);
});
