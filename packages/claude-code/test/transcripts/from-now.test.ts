import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { TranscriptWriter } from '../fixtures/transcript-writer.ts';
import { eventsOf, factsOfEvents } from '../support/facts.ts';
import { createFakeClock } from '../support/fake-clock.ts';
import { openSource } from '../support/read-transcripts.ts';
import { stageFolder } from '../support/stage-folder.ts';

type Continue = (writer: TranscriptWriter) => TranscriptWriter;

/** Reads what is there from now on, then what is written, and waits until everything may end. */
async function follow(there: Continue, written: Continue, polls = 1) {
  const writer = there(new TranscriptWriter('s1'));
  const before = writer.text;
  const folder = stageFolder({ 's1.jsonl': before });
  const clock = createFakeClock();
  const { source, delivery } = openSource([folder], { clock, from: 'now' });
  for (let poll = 0; poll < polls; poll += 1) {
    await source.poll();
    clock.advance(200);
  }
  const early = delivery.events.length;
  appendFileSync(join(folder, 's1.jsonl'), written(writer).text.slice(before.length));
  await source.poll();
  clock.advance(200);
  await source.poll();
  await source.poll();
  clock.advance(200);
  await source.poll();
  return { early, folder, source, delivery, facts: factsOfEvents(delivery.events) };
}

const finished: Continue = (writer) =>
  writer
    .sessionStart(0, 'startup')
    .prompt(1)
    .attempt(2, { status: 529 })
    .useTool(3, 'm1', 'Bash', 't1')
    .toolResult(4, 't1')
    .respond(6, 'm2', { output: 7 })
    .boundary(60, { trigger: 'manual', preTokens: 155_000 });
const nothing: Continue = (writer) => writer;

describe('counting from now on', () => {
  it.each([1, 3])('says nothing of what was written before, after %i polls', async (polls) => {
    const { delivery, source } = await follow(finished, nothing, polls);
    source.drain();
    expect(delivery.events).toEqual([]);
    expect(source.stats.lines).toBe(7);
  });

  it('says nothing of lines that it could not understand', async () => {
    const odd: Continue = (writer) => writer.bare({ type: 'assistant' });
    expect((await follow(odd, nothing)).delivery.parseErrors).toEqual([]);
    expect((await follow(nothing, odd)).delivery.parseErrors).toEqual(['missing_field']);
  });

  // The next prompt is answered after 4 s, which its parent tells; the tokens of m2 were there.
  it('counts the next turn, and of known responses what is new', async () => {
    const { early, facts, delivery } = await follow(finished, (writer) =>
      writer.respond(260, 'm2', { output: 9 }).prompt(300).respond(304, 'm3', { output: 5 }),
    );
    expect(early).toBe(0);
    expect(facts).toMatchObject({
      responses: { 'tactical success': 1 },
      tokens: { output: 7 },
      turns: { 'user success': 1 },
      turnDurations: { count: 1, milliseconds: 4000 },
      compactions: {},
      retries: 0,
    });
    expect(eventsOf(delivery.events, 'conversation-start')).toEqual([]);
    expect(eventsOf(delivery.events, 'process-start')).toEqual([]);
  });

  // The prompt stood there at 0 s, its tool was pending: the turn is over at 30 s.
  it('counts a turn that goes on whole when it ends, and the tool that it waited for', async () => {
    const { facts, delivery } = await follow(
      (writer) => writer.prompt(0).useTool(3, 'm1', 'Bash', 't1'),
      (writer) => writer.toolResult(20, 't1').respond(30, 'm2', { stop: 'end_turn' }),
    );
    expect(facts).toMatchObject({
      responses: { 'tactical success': 1 },
      responseDurations: { count: 1, milliseconds: 10_000 },
      turns: { 'user success': 1 },
      turnDurations: { count: 1, milliseconds: 30_000 },
    });
    expect(eventsOf(delivery.events, 'tool-call')).toMatchObject([{ durationSeconds: 17 }]);
  });

  it('counts the interrupt of a turn that was there, but no turn that was left', async () => {
    const pending: Continue = (writer) => writer.prompt(0).useTool(3, 'm1', 'Bash', 't1');
    const interrupted = await follow(pending, (writer) => writer.interrupt(9));
    expect(interrupted.facts.turns).toEqual({ 'user interrupted': 1 });
    const left = await follow(pending, (writer) => writer.prompt(9).respond(11, 'm2'));
    expect(left.facts.turns).toEqual({ 'user success': 1 });
    expect(left.facts.turnDurations.milliseconds).toBe(2000);
  });

  it('counts files that come later, but not the copies of lines in them', async () => {
    const { folder, source, delivery } = await follow(finished, nothing);
    const text = finished(new TranscriptWriter('s1')).prompt(200).respond(203, 'm9').text;
    writeFileSync(join(folder, 's2.jsonl'), text);
    await source.poll();
    source.drain();
    const facts = factsOfEvents(delivery.events);
    expect(facts.responses).toEqual({ 'tactical success': 1 });
    expect(facts.turns).toEqual({ 'user success': 1 });
  });
});
