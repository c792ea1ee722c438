import { describe, expect, it } from '@jest/globals';
import { TranscriptWriter } from '../fixtures/transcript-writer.ts';
import { eventsOf, factsOfEvents } from '../support/facts.ts';
import { readTranscripts } from '../support/read-transcripts.ts';
import { stageFolder } from '../support/stage-folder.ts';

const human = { promptId: 'p1', origin: { kind: 'human' }, promptSource: 'typed' };
const task = { promptId: 'p2', origin: { kind: 'task-notification' }, promptSource: 'system' };

/**
 * A session of 2.1.270: nearly half the lines are bookkeeping, most without uuid and time; there
 * are no progress lines; final usage and stop reason stand on every line of a response.
 *
 * | s     | line                                             | adds                                |
 * |-------|--------------------------------------------------|-------------------------------------|
 * | 0     | prompt p1                                        | turn 1, by the user                 |
 * | 3, 4  | m1: 2 lines, input 4, cache 21,000, output 120   | 4 s, context 21,004                 |
 * | 6     | tool result                                      | Read, 2 s                           |
 * | 9     | m2: output 30                                    | 3 s, context 21,500; turn 1 is 9 s  |
 * | 9     | turn_duration 8,700 ms                           | active 8.7 s                        |
 * | 47.5  | boundary, manual, durationMs 17,516              | 23,010 → 20,400, 17.516 s           |
 * | 90    | task notification p2                             | turn 2, by a task                   |
 * | 94    | m3: output 5                                     | 4 s, context 20,400; turn 2 is 4 s  |
 */
function session(): TranscriptWriter {
  const final = { input: 4, cacheRead: 21_000, output: 120, stop: 'tool_use' };
  const done = { stop: 'end_turn', input: 4 };
  const tool = [{ type: 'tool_use', id: 't1', name: 'Read', caller: { type: 'direct' } }];
  return new TranscriptWriter('s1', { version: '2.1.270', entrypoint: 'cli' })
    .bare({ type: 'mode', mode: 'default', sessionId: 's1' })
    .bare({ type: 'permission-mode', permissionMode: 'acceptEdits', sessionId: 's1' })
    .prompt(0, 'Read the design', human)
    .line(0, { type: 'attachment', attachment: { type: 'session_context' } })
    .respond(3, 'm1', final, { effort: 'high', apiBlockIndex: 0 })
    .respond(4, 'm1', { ...final, content: tool }, { apiBlockIndex: 1 })
    .bare({ type: 'last-prompt', lastPrompt: 'Read the design', sessionId: 's1' })
    .toolResult(6, 't1', {}, { promptId: 'p1' })
    .respond(9, 'm2', { ...done, cacheRead: 21_496, output: 30 })
    .system(9, 'turn_duration', { durationMs: 8700, messageCount: 4 })
    .bare({ type: 'ai-title', title: 'Design', sessionId: 's1' })
    .boundary(47.5, { trigger: 'manual', preTokens: 23_010, durationMs: 17_516, postTokens: 1873 })
    .compactSummary(47.5)
    .command(29.984, '/compact')
    .bare({ type: 'file-history-delta', messageId: 'x' })
    .prompt(90, '<task-notification>done</task-notification>', task)
    .respond(94, 'm3', { ...done, cacheRead: 20_396, output: 5 })
    .system(94, 'away_summary', { content: 'While you were away' })
    .bare({ type: 'cost-state', totalCostUSD: 0.2, startTime: 1 });
}

describe('a transcript of 2.1.270', () => {
  it('gives the facts of its table, and nothing in it is a parse error', async () => {
    const folder = stageFolder({ 's1.jsonl': session().text });
    const { events, parseErrors } = await readTranscripts(folder);
    expect(parseErrors).toEqual([]);
    expect(factsOfEvents(events)).toEqual({
      responses: { 'tactical success': 3 },
      responseDurations: { count: 3, milliseconds: 4000 + 3000 + 4000 },
      tokens: { input: 12, output: 155, cacheRead: 21_000 + 21_496 + 20_396 },
      untrustedOutputs: 0,
      turns: { 'user success': 1, 'task success': 1 },
      turnDurations: { count: 2, milliseconds: 9000 + 4000 },
      compactions: { manual: 1 },
      compactionTokens: { 'manual before': 23_010, 'manual after': 20_400 },
      compactionDurations: { count: 1, milliseconds: 17_516 },
      retries: 0,
    });
    expect(eventsOf(events, 'turn').at(0)?.activeDurationSeconds).toBe(8.7);
    expect(eventsOf(events, 'tool-call')).toMatchObject([{ tool: 'Read', durationSeconds: 2 }]);
    expect(eventsOf(events, 'process-start')).toEqual([]);
  });
});
