import { describe, expect, it } from '@jest/globals';
import { TranscriptWriter } from '../fixtures/transcript-writer.ts';
import { eventsOf, factsOfEvents } from '../support/facts.ts';
import { readTranscripts } from '../support/read-transcripts.ts';
import { stageFolder } from '../support/stage-folder.ts';

const haiku = { model: 'claude-haiku-4-5-20251001', input: 2, cacheRead: 100 };

/** The main transcript: one own response, and a subagent whose response e1 is reported twice. */
function mainTranscript(name: string): TranscriptWriter {
  return new TranscriptWriter(name)
    .prompt(0)
    .respond(2, 'm1', { input: 1, output: 1 })
    .embedded(4, 'a1', 'e1', { ...haiku, output: 1 })
    .embedded(6, 'a1', 'e1', { ...haiku, output: 30, stop: 'end_turn' })
    .respond(9, 'm2', { input: 1, output: 1 });
}

/** The subagent's own file: the same response, 4 s after its prompt. */
function agentTranscript(sessionId: string): TranscriptWriter {
  return new TranscriptWriter('agent', { isSidechain: true, agentId: 'a1', sessionId })
    .prompt(3, 'Search for it')
    .respond(4, 'e1', { ...haiku, output: 1 })
    .respond(7, 'e1', { ...haiku, output: 30, stop: 'end_turn' });
}

describe('subagents', () => {
  // e1 counts once with output 30 and context 102; a report says nothing of a duration. The turn
  // has the two main-chain responses only: 9 - 0 s.
  it('that are only reported in progress lines count once, without a duration', async () => {
    const folder = stageFolder({ 'p/s1.jsonl': mainTranscript('s1').text });
    const { events } = await readTranscripts(folder);
    expect(factsOfEvents(events)).toMatchObject({
      responses: { 'tactical success': 2, 'subagent success': 1 },
      responseDurations: { count: 2, milliseconds: 2000 + 9000 },
      tokens: { input: 4, output: 32, cacheRead: 100 },
      untrustedOutputs: 2,
      turns: { 'user success': 1 },
    });
    expect(eventsOf(events, 'turn').at(0)?.responses).toBe(2);
    const reported = eventsOf(events, 'response-update').filter(
      (update) => update.processType === 'subagent' && update.contextTokens !== undefined,
    );
    expect(reported).toMatchObject([{ contextTokens: 102, durationSeconds: undefined }]);
  });

  // With the subagent's file e1 still counts once; the file adds its duration, 7 - 3 s, whichever
  // of the two is read first (files are read in the order of their paths).
  it.each([
    { first: 'file', main: 'p/s1.jsonl', agent: 'p/s1/subagents/agent-a1.jsonl' },
    { first: 'report', main: 'a/s1.jsonl', agent: 'p/s1/subagents/agent-a1.jsonl' },
  ])('that have a file too count once, the $first being read first', async ({ main, agent }) => {
    const files = { [main]: mainTranscript('s1').text, [agent]: agentTranscript('s1').text };
    const { events } = await readTranscripts(stageFolder(files));
    expect(factsOfEvents(events)).toMatchObject({
      responses: { 'tactical success': 2, 'subagent success': 1 },
      responseDurations: { count: 3, milliseconds: 2000 + 9000 + 4000 },
      tokens: { input: 4, output: 32, cacheRead: 100 },
      untrustedOutputs: 2,
    });
    const contexts = eventsOf(events, 'response-update').filter(
      (update) => update.contextTokens === 102,
    );
    expect(contexts).toHaveLength(1);
    expect(new Set(eventsOf(events, 'response').map((event) => event.conversationId))).toEqual(
      new Set(['s1']),
    );
  });

  it.each([
    ['p/s1/subagents/agent-a1.jsonl', 'subagent', 's1'],
    ['p/s1/subagents/workflows/wf_1/agent-a1.jsonl', 'subagent', 's1'],
    ['p/s1/subagents/agent-acompact-946d2b.jsonl', 'compaction', 's1'],
    ['p/agent-a1.jsonl', 'subagent', 'named-by-its-lines'],
  ])('are told by the path %s: %s of %s', async (path, processType, conversationId) => {
    const transcript = agentTranscript('named-by-its-lines');
    const { events } = await readTranscripts(stageFolder({ [path]: transcript.text }));
    expect(eventsOf(events, 'response')).toMatchObject([{ processType, conversationId }]);
    expect(eventsOf(events, 'turn')).toEqual([]);
    expect(eventsOf(events, 'conversation-start')).toEqual([]);
  });

  // The old way: the subagent's lines stand in the main transcript. x1 answers its prompt at 3 s
  // after 5 - 3 s; the turn is the person's alone, 8 - 0 s and one response.
  it('that write into the main transcript keep out of its turns', async () => {
    const side = { isSidechain: true };
    const transcript = new TranscriptWriter('s1')
      .prompt(0)
      .prompt(3, 'Search for it', side)
      .respond(5, 'x1', haiku, side)
      .respond(8, 'm1', {}, { parentUuid: 's1-0001' });
    const { events } = await readTranscripts(stageFolder({ 's1.jsonl': transcript.text }));
    expect(factsOfEvents(events)).toMatchObject({
      responses: { 'tactical success': 1, 'subagent success': 1 },
      responseDurations: { count: 2, milliseconds: 2000 + 8000 },
      turnDurations: { count: 1, milliseconds: 8000 },
    });
    expect(eventsOf(events, 'turn').at(0)?.responses).toBe(1);
  });
});
