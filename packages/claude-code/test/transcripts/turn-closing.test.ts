import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { TranscriptWriter } from '../fixtures/transcript-writer.ts';
import { eventsOf, factsOfEvents } from '../support/facts.ts';
import { createFakeClock } from '../support/fake-clock.ts';
import { type Delivery, openSource } from '../support/read-transcripts.ts';
import { stageFolder } from '../support/stage-folder.ts';

type Continue = (writer: TranscriptWriter) => TranscriptWriter;

const done = { stop: 'end_turn' };
const answered: Continue = (writer) => writer.prompt(0).respond(10, 'm1');

/** The responses of each turn that was recorded. */
function turnsOf({ events }: Delivery): readonly number[] {
  return eventsOf(events, 'turn').map(({ responses }) => responses ?? 0);
}

/** Follows a file: each step writes lines, lets the clock go on, and polls. */
async function follow(
  steps: readonly (readonly [lines: Continue, seconds: number])[],
  turnQuietSeconds?: number,
) {
  const clock = createFakeClock();
  const folder = stageFolder({ 's1.jsonl': '' });
  const { source, delivery } = openSource([folder], { clock, turnQuietSeconds });
  const writer = new TranscriptWriter('s1');
  for (const [lines, seconds] of steps) {
    writeFileSync(join(folder, 's1.jsonl'), lines(writer).text);
    await source.poll();
    clock.advance(seconds);
    await source.poll();
  }
  return { source, delivery };
}

describe('a followed turn', () => {
  it('is recorded after its silence, without any end of input, and its response with it', async () => {
    const { delivery } = await follow([[answered, 120]]);
    expect(eventsOf(delivery.events, 'turn')).toMatchObject([{ durationSeconds: 10 }]);
    expect(eventsOf(delivery.events, 'response-update')).toMatchObject([{ durationSeconds: 10 }]);
  });

  it('is recorded at once with the active duration that the file states', async () => {
    const end: Continue = (writer) =>
      answered(writer)
        .system(11, 'stop_hook_summary', {})
        .system(11, 'turn_duration', { durationMs: 8000 });
    const { delivery } = await follow([[end, 0]]);
    expect(eventsOf(delivery.events, 'turn')).toMatchObject([{ activeDurationSeconds: 8 }]);
  });

  it('is recorded two seconds after stop_hook_summary when nothing follows', async () => {
    const end: Continue = (writer) => answered(writer).system(11, 'stop_hook_summary', {});
    expect(turnsOf((await follow([[end, 1.999]])).delivery)).toEqual([]);
    expect(turnsOf((await follow([[end, 2]])).delivery)).toEqual([1]);
  });

  it('is over after the silence that the options ask for', async () => {
    expect(turnsOf((await follow([[answered, 6.999]], 7)).delivery)).toEqual([]);
    expect(turnsOf((await follow([[answered, 7]], 7)).delivery)).toEqual([1]);
    const said: Continue = (writer) => writer.prompt(0).respond(10, 'm1', done);
    expect(turnsOf((await follow([[said, 1]], 1)).delivery)).toEqual([1]);
  });

  it('stays open while anything is written into its file, a part of a line too', async () => {
    const clock = createFakeClock();
    const text = answered(new TranscriptWriter('s1')).text;
    const folder = stageFolder({ 's1.jsonl': text });
    const { source, delivery } = openSource([folder], { clock });
    for (const part of ['{"type":', '"unknown"', '}\n']) {
      await source.poll();
      clock.advance(119);
      appendFileSync(join(folder, 's1.jsonl'), part);
    }
    await source.poll();
    expect(turnsOf(delivery)).toEqual([]);
    clock.advance(120);
    await source.poll();
    expect(turnsOf(delivery)).toEqual([1]);
  });

  // m2 comes after the turn is over: it counts with its tokens, and the next turn is the next prompt's.
  it('takes no late lines, which count all the same, and is not begun again', async () => {
    const asked: Continue = (writer) =>
      writer.prompt(0, 'One', { promptId: 'p1' }).respond(10, 'm1', { output: 1 });
    const late: Continue = (writer) =>
      writer
        .prompt(10, 'and its attachment', { promptId: 'p1' })
        .respond(11, 'm2', { output: 4, ...done });
    const next: Continue = (writer) =>
      writer.prompt(20, 'Two', { promptId: 'p2' }).respond(22, 'm3');
    const { delivery } = await follow([
      [asked, 120],
      [late, 120],
      [next, 120],
    ]);
    expect(factsOfEvents(delivery.events)).toMatchObject({
      responses: { 'tactical success': 3 },
      tokens: { output: 5 },
      turns: { 'user success': 2 },
      turnDurations: { count: 2, milliseconds: 12_000 },
    });
  });

  it.each<[name: string, end: Continue, outcome: string]>([
    ['the next prompt', (writer) => writer.prompt(11), 'success'],
    ['a task notification', (writer) => writer.prompt(11, '<task-notification>'), 'success'],
    ['an interrupt', (writer) => writer.interrupt(11), 'interrupted'],
    ['a give-up', (writer) => writer.giveUp(11), 'error'],
  ])('is over at once with %s, whatever is pending', async (_name, end, outcome) => {
    const lines: Continue = (writer) => end(writer.prompt(0).useTool(10, 'm1', 'Bash', 't1'));
    const { delivery } = await follow([[lines, 0]]);
    expect(eventsOf(delivery.events, 'turn')).toMatchObject([{ outcome }]);
  });
});

describe('a response', () => {
  it.each([
    ['s1.jsonl', {}],
    ['s1/subagents/agent-a.jsonl', { isSidechain: true, agentId: 'a' }],
    ['s2.jsonl', { isSidechain: true, agentId: 'a' }],
  ])('of %s is measured after the same silence', async (path, fields) => {
    const clock = createFakeClock();
    const said = new TranscriptWriter('s1', fields).prompt(0).respond(3, 'm1', done);
    const folder = stageFolder({ [path]: said.text });
    const { source, delivery } = openSource([folder], { clock });
    await source.poll();
    clock.advance(1.999);
    await source.poll();
    expect(eventsOf(delivery.events, 'response-update')).toEqual([]);
    clock.advance(0.001);
    await source.poll();
    expect(eventsOf(delivery.events, 'response-update')).toMatchObject([{ durationSeconds: 3 }]);
  });
});
