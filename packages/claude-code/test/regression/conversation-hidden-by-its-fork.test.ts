import { expect, it } from '@jest/globals';
import { TranscriptWriter } from '../fixtures/transcript-writer.ts';
import { eventsOf } from '../support/facts.ts';
import { readTranscripts } from '../support/read-transcripts.ts';
import { stageFolder } from '../support/stage-folder.ts';

const original = new TranscriptWriter('s1').prompt(0).respond(3, 'm1');
const fork = new TranscriptWriter('s2');
for (const line of original.lines) fork.bare({ ...line, sessionId: 's2' });
fork.prompt(200).respond(204, 'm2');

async function conversationsOf(files: Record<string, string>) {
  const { events } = await readTranscripts(stageFolder(files));
  return eventsOf(events, 'conversation-start').length;
}

// Two sessions, whichever is read first: when the fork was, all of the original seemed copied.
it.each([
  ['original', { 's1.jsonl': original.text, 's2.jsonl': fork.text }],
  ['fork', { 'a/s2.jsonl': fork.text, 'b/s1.jsonl': original.text }],
])('starts two conversations when the %s is read first', async (_first, files) => {
  expect(await conversationsOf(files)).toBe(2);
});

// The same session again, saved under another name, is no other conversation.
it.each(['a-saved.jsonl', 'z-saved.jsonl'])('starts none for a copy named %s', async (name) => {
  expect(await conversationsOf({ 's1.jsonl': original.text, [name]: original.text })).toBe(1);
});
