import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { TranscriptWriter } from '../fixtures/transcript-writer.ts';
import { eventsOf } from '../support/facts.ts';
import { createFakeClock } from '../support/fake-clock.ts';
import { type Delivery, openSource, readTranscripts } from '../support/read-transcripts.ts';
import { stageFolder } from '../support/stage-folder.ts';

type Continue = (writer: TranscriptWriter) => TranscriptWriter;

const done = { stop: 'end_turn' };
const stopHook = { type: 'progress', data: { type: 'hook_progress', hookName: 'Stop' } };
const answered: Continue = (writer) => writer.prompt(0).respond(10, 'm1');

/** What stands in the file, its last line at 10 s, and after how long a silence its turn is over. */
const silences: readonly [name: string, lines: Continue, over: number | undefined][] = [
  ['the last word of an agent that said no more', answered, 120],
  ['end_turn', (writer) => writer.prompt(0).respond(10, 'm1', done), 2],
  [
    'end_turn on each line of a message',
    (writer) => writer.prompt(0).respond(4, 'm1', done).respond(10, 'm1', done),
    2,
  ],
  [
    'another stop reason',
    (writer) => writer.prompt(0).respond(10, 'm1', { stop: 'max_tokens' }),
    120,
  ],
  [
    'end_turn while a hook runs at the end of the turn',
    (writer) => writer.prompt(0).respond(10, 'm1', done).line(10, stopHook),
    120,
  ],
  [
    'end_turn where hooks ran at the end of an earlier turn',
    (writer) =>
      writer
        .prompt(0)
        .respond(1, 'm0')
        .system(1, 'stop_hook_summary', {})
        .prompt(2)
        .respond(10, 'm1', done),
    120,
  ],
  [
    'stop_hook_summary',
    (writer) => writer.prompt(0).respond(9, 'm1').system(10, 'stop_hook_summary', {}),
    0,
  ],
  [
    'turn_duration',
    (writer) => writer.prompt(0).respond(9, 'm1').system(10, 'turn_duration', { durationMs: 8000 }),
    0,
  ],
  [
    'a local command behind the answer',
    (writer) =>
      writer
        .prompt(0)
        .respond(5, 'm1')
        .user(10, '<local-command-caveat>', { isMeta: true })
        .command(10, '/model'),
    120,
  ],
  ['a prompt without any answer', (writer) => writer.prompt(10), undefined],
  ['a pending tool', (writer) => writer.prompt(0).useTool(10, 'm1', 'Bash', 't1'), undefined],
  [
    'one pending tool of two',
    (writer) =>
      writer
        .prompt(0)
        .useTool(1, 'm1', 'Bash', 't1')
        .useTool(2, 'm1', 'Read', 't2')
        .toolResult(3, 't1')
        .respond(10, 'm2'),
    undefined,
  ],
  [
    'a pending tool, whatever the file says',
    (writer) =>
      writer
        .prompt(0)
        .useTool(9, 'm1', 'Bash', 't1')
        .system(10, 'turn_duration', { durationMs: 8000 })
        .system(10, 'stop_hook_summary', {}),
    undefined,
  ],
  [
    'a request that a tool result made',
    (writer) => writer.prompt(0).useTool(5, 'm1', 'Bash', 't1').toolResult(10, 't1'),
    undefined,
  ],
  [
    'a request that the feedback of a hook made',
    (writer) =>
      writer.prompt(0).respond(5, 'm1', done).user(6, 'Go on', { isMeta: true }).line(10, {}),
    undefined,
  ],
  [
    'a request that is tried again',
    (writer) => writer.prompt(0).respond(5, 'm1').attempt(10, { status: 529 }),
    undefined,
  ],
  [
    'a request that an automatic compaction interrupted',
    (writer) =>
      writer
        .prompt(0)
        .respond(5, 'm1')
        .boundary(10, { trigger: 'auto', preTokens: 9 })
        .compactSummary(10),
    undefined,
  ],
];

/** Each silence just below its limit, at it, and for a whole day where there is none. */
const rows = silences.flatMap(([name, lines, over]) => {
  if (over === undefined) return [{ name, lines, silence: 86_400, closes: false }];
  const atLimit = { name, lines, silence: over, closes: true };
  return over === 0 ? [atLimit] : [{ name, lines, silence: over - 0.001, closes: false }, atLimit];
});

/** The responses of each turn that was recorded. */
function turnsOf({ events }: Delivery): readonly number[] {
  return eventsOf(events, 'turn').map(({ responses }) => responses ?? 0);
}

/** What the turns are when one more response comes: it belongs to the last turn, or is late. */
async function expectedTurns(lines: TranscriptWriter, closes: boolean): Promise<readonly number[]> {
  const turns = turnsOf(await readTranscripts(stageFolder({ 's1.jsonl': lines.text })));
  const last = turns.length === 0 ? 0 : (turns.at(-1) ?? 0);
  return [...turns.slice(0, -1), last + (closes ? 0 : 1)];
}

describe('a silence', () => {
  // The late line is of the time of the last one, so only the clock tells of the silence.
  it.each(rows)('of $silence s by the clock after $name: over is $closes', async (row) => {
    const lines = row.lines(new TranscriptWriter('s1'));
    const expected = await expectedTurns(lines, row.closes);
    const before = lines.text.length;
    const clock = createFakeClock();
    const folder = stageFolder({ 's1.jsonl': lines.text });
    const { source, delivery } = openSource([folder], { clock });
    await source.poll();
    clock.advance(row.silence);
    await source.poll();
    const late = lines.respond(10, 'late').text.slice(before);
    appendFileSync(join(folder, 's1.jsonl'), late);
    await source.poll();
    source.drain();
    expect(turnsOf(delivery)).toEqual(expected);
  });

  it.each(rows)('of $silence s in the lines after $name: over is $closes', async (row) => {
    const lines = row.lines(new TranscriptWriter('s1'));
    const expected = await expectedTurns(lines, row.closes);
    lines.respond(10 + row.silence, 'late');
    const delivery = await readTranscripts(stageFolder({ 's1.jsonl': lines.text }));
    expect(turnsOf(delivery)).toEqual(expected);
  });
});
