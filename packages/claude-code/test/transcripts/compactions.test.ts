import { describe, expect, it } from '@jest/globals';
import { TranscriptWriter, time } from '../fixtures/transcript-writer.ts';
import { eventsOf } from '../support/facts.ts';
import { readTranscripts } from '../support/read-transcripts.ts';
import { stageFolder } from '../support/stage-folder.ts';

const transcript = () => new TranscriptWriter('s1');

async function compactionsOf(writer: TranscriptWriter) {
  const { events } = await readTranscripts(stageFolder({ 's1.jsonl': writer.text }));
  return eventsOf(events, 'compaction');
}

describe('compactions', () => {
  // Last activity 10 s, boundary 75 s: 65 s. The next request has a context of 3 + 47,000.
  it('that are automatic last from the last activity', async () => {
    const writer = transcript()
      .prompt(0)
      .respond(5, 'm1', { model: 'claude-opus-4-6' })
      .toolResult(10, 't')
      .boundary(75, { trigger: 'auto', preTokens: 155_000 })
      .compactSummary(75)
      .respond(80, 'm2', { input: 3, cacheRead: 47_000 });
    expect(await compactionsOf(writer)).toEqual([
      {
        type: 'compaction',
        at: time(75),
        // The context after it is known when the next response is complete, here by silence.
        knownAt: time(200),
        conversationId: 's1',
        processType: 'strategic',
        trigger: 'auto',
        outcome: 'success',
        tokensBefore: 155_000,
        tokensAfter: 47_003,
        durationSeconds: 65,
        responsesSincePrevious: undefined,
      },
    ]);
  });

  // Nine hours of silence, then `/compact` typed 39.9 s before the boundary, written behind it.
  it('that a person asked for last from the command, however long the silence before', async () => {
    const nineHours = 9 * 3600;
    const writer = transcript()
      .prompt(0)
      .respond(5, 'm1')
      .boundary(nineHours, { trigger: 'manual', preTokens: 132_627 })
      .compactSummary(nineHours)
      .command(nineHours - 39.9, '/compact')
      .user(nineHours, '<local-command-stdout>Compacted')
      .sessionStart(nineHours, 'compact')
      .prompt(nineHours + 60)
      .respond(nineHours + 64, 'm2', { cacheRead: 42_000 });
    expect(await compactionsOf(writer)).toMatchObject([
      { trigger: 'manual', durationSeconds: 39.9, tokensBefore: 132_627, tokensAfter: 42_000 },
    ]);
  });

  it.each([
    ['a person asked for and no command is found', { trigger: 'manual' }, undefined],
    ['state their duration', { trigger: 'manual', durationMs: 17_516 }, 17.516],
    ['state their duration and are automatic', { trigger: 'auto', durationMs: 800 }, 0.8],
  ])('that %s last %j → %s', async (_name, metadata, durationSeconds) => {
    const writer = transcript().prompt(0).respond(5, 'm1').boundary(60, metadata);
    expect(await compactionsOf(writer)).toMatchObject([{ durationSeconds }]);
  });

  // `/model` stands between the boundary and `/compact`; the second `/compact` found nothing to do.
  it('last from the first /compact behind them, from no other command', async () => {
    const writer = transcript()
      .prompt(0)
      .respond(5, 'm1')
      .boundary(100, { trigger: 'manual', preTokens: 132_627 })
      .command(90, '/model')
      .command(60, '/compact')
      .command(99, '/compact');
    expect(await compactionsOf(writer)).toMatchObject([{ durationSeconds: 40 }]);
  });

  // postTokens is another quantity: 1,873 would save 92 % where the context says otherwise.
  it('have no size after them when nothing follows, whatever postTokens says', async () => {
    const metadata = { trigger: 'manual', preTokens: 23_010, postTokens: 1873 };
    const writer = transcript().prompt(0).respond(5, 'm1').boundary(60, metadata);
    expect(await compactionsOf(writer)).toMatchObject([
      { tokensBefore: 23_010, tokensAfter: undefined },
    ]);
  });

  // Between the second and the third boundary m2 (two lines) and m3: two responses.
  it('know the responses since the one before them', async () => {
    const writer = transcript()
      .prompt(0)
      .respond(1, 'm1')
      .boundary(10, { trigger: 'auto' })
      .boundary(20, { trigger: 'auto' })
      .respond(21, 'm2')
      .respond(22, 'm2')
      .respond(23, 'm3')
      .boundary(30, { trigger: 'auto' });
    const counts = (await compactionsOf(writer)).map((event) => event.responsesSincePrevious);
    expect(counts).toEqual([undefined, 0, 2]);
  });

  it('are of a process type that is unknown in a slice that begins with them', async () => {
    const writer = transcript().boundary(10, { trigger: 'auto' }).respond(12, 'm1');
    expect(await compactionsOf(writer)).toMatchObject([{ processType: 'unknown' }]);
  });

  it('are none when only tool output was dropped', async () => {
    const writer = transcript()
      .prompt(0)
      .system(1, 'microcompact_boundary', {
        microcompactMetadata: { trigger: 'auto', preTokens: 60_888, tokensSaved: 21_091 },
      });
    expect(await compactionsOf(writer)).toEqual([]);
  });
});
