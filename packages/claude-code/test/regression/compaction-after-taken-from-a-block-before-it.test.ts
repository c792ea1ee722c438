import { expect, it } from '@jest/globals';
import { TranscriptWriter } from '../fixtures/transcript-writer.ts';
import { eventsOf } from '../support/facts.ts';
import { readTranscripts } from '../support/read-transcripts.ts';
import { stageFolder } from '../support/stage-folder.ts';

// A block of m1, from before the boundary, is written behind it: late, or kept by the compaction.
// The next request is m2's, with a context of 45,000; m1's is the size before.
it('is the context of the next request, not of one that was made before', async () => {
  const big = { cacheRead: 150_000 };
  const transcript = new TranscriptWriter('s1')
    .prompt(0)
    .respond(2, 'm1', big)
    .boundary(60, { trigger: 'auto', preTokens: 155_000 })
    .respond(3, 'm1', big)
    .compactSummary(60)
    .respond(65, 'm2', { cacheRead: 45_000 });
  const { events } = await readTranscripts(stageFolder({ 's1.jsonl': transcript.text }));
  expect(eventsOf(events, 'compaction')).toMatchObject([
    { tokensBefore: 155_000, tokensAfter: 45_000 },
  ]);
});
