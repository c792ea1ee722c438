import { describe, expect, it } from '@jest/globals';
import { TranscriptWriter } from '../fixtures/transcript-writer.ts';
import { eventsOf, factsOfEvents } from '../support/facts.ts';
import { readTranscripts } from '../support/read-transcripts.ts';
import { stageFolder } from '../support/stage-folder.ts';

/** Everything that counts once: a retry, a tool call, a compaction, a give-up, a start, two turns. */
function original(): TranscriptWriter {
  return new TranscriptWriter('s1')
    .sessionStart(0, 'startup')
    .prompt(1)
    .attempt(2, { status: 529 })
    .useTool(4, 'm1', 'Bash', 't1')
    .toolResult(6, 't1')
    .respond(9, 'm2', { input: 5, output: 7, stop: 'end_turn' })
    .boundary(60, { trigger: 'auto', preTokens: 155_000 })
    .compactSummary(60)
    .respond(65, 'm3', { cacheRead: 45_000 })
    .prompt(100)
    .giveUp(130);
}

/** A fork: the same lines under a new session, and one more turn of its own. */
function fork(): TranscriptWriter {
  const writer = new TranscriptWriter('s2');
  for (const line of original().lines) writer.bare({ ...line, sessionId: 's2' });
  return writer.prompt(200).respond(204, 'm4', { output: 3 });
}

describe('copies of lines', () => {
  // The fork adds one turn of 4 s, its response and its 3 tokens; the rest is the original's.
  it('in a forked transcript count once, and the fork goes on counting', async () => {
    const alone = await readTranscripts(stageFolder({ 's1.jsonl': original().text }));
    const files = { 's1.jsonl': original().text, 's2.jsonl': fork().text };
    const { events } = await readTranscripts(stageFolder(files));
    const before = factsOfEvents(alone.events);
    expect(before).toMatchObject({
      responses: { 'tactical success': 3, 'tactical error': 1 },
      turns: { 'user success': 1, 'user error': 1 },
      compactions: { auto: 1 },
      retries: 1,
    });
    expect(factsOfEvents(events)).toEqual({
      ...before,
      responses: { 'tactical success': 4, 'tactical error': 1 },
      responseDurations: {
        count: before.responseDurations.count + 1,
        milliseconds: before.responseDurations.milliseconds + 4000,
      },
      tokens: { ...before.tokens, output: 10 },
      untrustedOutputs: before.untrustedOutputs + 1,
      turns: { 'user success': 2, 'user error': 1 },
      turnDurations: {
        count: before.turnDurations.count + 1,
        milliseconds: before.turnDurations.milliseconds + 4000,
      },
    });
    expect(eventsOf(events, 'tool-call')).toHaveLength(1);
    expect(eventsOf(events, 'process-start')).toHaveLength(1);
    expect(eventsOf(events, 'conversation-start')).toMatchObject([
      { conversationId: 's1' },
      { conversationId: 's2' },
    ]);
  });

  it('in a second file of the same name change nothing', async () => {
    const once = await readTranscripts(stageFolder({ 'a/s1.jsonl': original().text }));
    const files = { 'a/s1.jsonl': original().text, 'b/s1.jsonl': original().text };
    const twice = await readTranscripts(stageFolder(files));
    expect(twice.events).toEqual(once.events);
  });

  // The first file stopped while m1 was written: it has 1 token, the second file 40.
  it.each([
    ['grown', 1, 40],
    ['shorter', 40, 1],
  ])('of one response in a %s state count its largest tokens', async (_name, first, second) => {
    const state = (output: number) =>
      new TranscriptWriter('s1').prompt(0).respond(3, 'm1', { input: 5, output }).text;
    const { events } = await readTranscripts(
      stageFolder({ 'a/s1.jsonl': state(first), 'b/s1.jsonl': state(second) }),
    );
    expect(factsOfEvents(events)).toMatchObject({
      responses: { 'tactical success': 1 },
      tokens: { input: 5, output: 40 },
      responseDurations: { count: 1, milliseconds: 3000 },
    });
  });

  it('beside a crash, in the same file, begin no second turn', async () => {
    const writer = new TranscriptWriter('s1').prompt(0).respond(3, 'm1').respond(5, 'm2');
    const [prompt, ...others] = writer.text.trimEnd().split('\n');
    const text = [prompt, others[0], prompt, ...others, ''].join('\n');
    const { events } = await readTranscripts(stageFolder({ 's1.jsonl': text }));
    expect(eventsOf(events, 'turn')).toMatchObject([{ durationSeconds: 5, responses: 2 }]);
  });

  // Two are remembered at most, so the first of three copied responses is new again.
  it('count again once they were forgotten, and that is told', async () => {
    const lines = new TranscriptWriter('s1').respond(1, 'm1').respond(2, 'm2').respond(3, 'm3');
    const folder = stageFolder({ 'a/s1.jsonl': lines.text, 'b/s1.jsonl': lines.text });
    const { events } = await readTranscripts(folder, { rememberedIds: 2 });
    expect(eventsOf(events, 'response').length).toBeGreaterThan(3);
  });
});
