import { describe, expect, it } from '@jest/globals';
import { TranscriptWriter } from '../fixtures/transcript-writer.ts';
import { eventsOf, factsOfEvents } from '../support/facts.ts';
import { openSource, readTranscripts } from '../support/read-transcripts.ts';
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
  // of the two is read first (folders are read in their order).
  it.each([
    { first: 'file', order: ['agents', 'main'] },
    { first: 'report', order: ['main', 'agents'] },
  ])('that have a file too count once, the $first being read first', async ({ order }) => {
    const root = stageFolder({
      'main/s1.jsonl': mainTranscript('s1').text,
      'agents/s1/subagents/agent-a1.jsonl': agentTranscript('s1').text,
    });
    const { source, delivery } = openSource(order.map((folder) => `${root}/${folder}`));
    await source.poll();
    source.drain();
    const { events } = delivery;
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

  // The prompt was interrupted, the next one failed: in a main transcript these would be two turns.
  it('have no turns and no process starts of their own, however they end', async () => {
    const transcript = new TranscriptWriter('a', { isSidechain: true })
      .sessionStart(0, 'startup')
      .prompt(1)
      .interrupt(3)
      .prompt(5)
      .giveUp(9)
      .prompt(20, 'Again', { version: '2.1.51' });
    const path = 'p/s1/subagents/agent-a.jsonl';
    const { events } = await readTranscripts(stageFolder({ [path]: transcript.text }));
    expect(events).toMatchObject([
      { type: 'response', processType: 'subagent', outcome: 'error', durationSeconds: 4 },
    ]);
  });

  // Two agents at once, told apart by their ids. x1 answers at 3 and 7 s, y1 at 4 and 9 s; both
  // were asked at 1 s. The attempt and the give-up are y's, the conversation itself runs on opus.
  it('that write into the main transcript at the same time are measured apart', async () => {
    const x = { isSidechain: true, agentId: 'x' };
    const y = { isSidechain: true, agentId: 'y' };
    const transcript = new TranscriptWriter('s1')
      .prompt(0)
      .respond(0, 'm1', { model: 'claude-opus-4-6' }, { isSidechain: false })
      .prompt(1, 'Search', { ...x, uuid: 'x0', parentUuid: null })
      .prompt(1, 'Search', { ...y, uuid: 'y0', parentUuid: null })
      .respond(3, 'x1', haiku, { ...x, uuid: 'x1', parentUuid: 'x0' })
      .respond(4, 'y1', haiku, { ...y, uuid: 'y1', parentUuid: 'y0' })
      .respond(7, 'x1', haiku, { ...x, parentUuid: 'x1' })
      .respond(9, 'y1', haiku, { ...y, parentUuid: 'y1' })
      .system(10, 'api_error', { ...y, error: { status: 529 } });
    const { events } = await readTranscripts(stageFolder({ 's1.jsonl': transcript.text }));
    const durations = eventsOf(events, 'response-update').flatMap((update) =>
      update.processType === 'subagent' && update.durationSeconds ? [update.durationSeconds] : [],
    );
    expect(durations.toSorted()).toEqual([6, 8]);
    expect(eventsOf(events, 'retry')).toMatchObject([{ processType: 'subagent' }]);
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
