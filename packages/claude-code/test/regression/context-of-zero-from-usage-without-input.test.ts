import { expect, it } from '@jest/globals';
import { TranscriptWriter } from '../fixtures/transcript-writer.ts';
import { eventsOf } from '../support/facts.ts';
import { readTranscripts } from '../support/read-transcripts.ts';
import { stageFolder } from '../support/stage-folder.ts';

// Gateways report the input on some lines only: 0 there, or nothing. No request has an empty
// context, and a compaction that left 0 tokens would be a perfect one.
const outputOnly = { output: 40, stop: 'end_turn' };

async function read(transcript: TranscriptWriter) {
  const { events } = await readTranscripts(stageFolder({ 's1.jsonl': transcript.text }));
  return events;
}

it('keeps the context that another line of the response has', async () => {
  const transcript = new TranscriptWriter('s1')
    .prompt(0)
    .respond(2, 'm1', { cacheRead: 5000 })
    .respond(3, 'm1', outputOnly);
  const updates = eventsOf(await read(transcript), 'response-update');
  expect(updates.map((update) => update.contextTokens)).toEqual([undefined, 5000]);
});

it('knows no context when no line has one, not of a compaction either', async () => {
  const transcript = new TranscriptWriter('s1')
    .prompt(0)
    .boundary(60, { trigger: 'auto', preTokens: 155_000 })
    .respond(65, 'm1', outputOnly);
  const events = await read(transcript);
  expect(eventsOf(events, 'response-update')).toMatchObject([{ contextTokens: undefined }]);
  expect(eventsOf(events, 'compaction')).toMatchObject([{ tokensAfter: undefined }]);
});
