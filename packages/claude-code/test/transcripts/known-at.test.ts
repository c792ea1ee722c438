import { appendFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { AgentEvent } from '@turnscope/core';
import { TranscriptWriter, time } from '../fixtures/transcript-writer.ts';
import { eventsOf } from '../support/facts.ts';
import { createFakeClock } from '../support/fake-clock.ts';
import { openSource, readTranscripts } from '../support/read-transcripts.ts';
import { stageFolder } from '../support/stage-folder.ts';

const done = { stop: 'end_turn' };
const writer = () => new TranscriptWriter('s1');
const replay = async (transcript: TranscriptWriter) =>
  (await readTranscripts(stageFolder({ 's1.jsonl': transcript.text }))).events;

/** Seconds after the beginning at which the turns happened and were known. */
function turnTimes(events: readonly AgentEvent[]) {
  return eventsOf(events, 'turn').map(({ at = 0, knownAt = 0 }) => [
    (at - time(0)) / 1000,
    (knownAt - time(0)) / 1000,
  ]);
}

describe('an event of a replay is known', () => {
  it('with the line that tells it', async () => {
    const events = await replay(writer().prompt(0).respond(10, 'm1').prompt(15));
    expect(turnTimes(events)).toEqual([[10, 15]]);
  });

  it('when silence had lasted for long enough, and not when the next line came', async () => {
    const events = await replay(writer().prompt(0).respond(10, 'm1').prompt(1_800));
    expect(turnTimes(events)).toEqual([[10, 130]]);
  });

  it('after two quiet seconds where the agent said that it is done', async () => {
    const events = await replay(writer().prompt(0).respond(10, 'm1', done).prompt(1_800));
    expect(turnTimes(events)).toEqual([[10, 12]]);
  });

  it('at the end of input as if silence had followed', async () => {
    expect(turnTimes(await replay(writer().prompt(0).respond(10, 'm1')))).toEqual([[10, 130]]);
  });

  it('as soon as it happened where the end of input cuts it off', async () => {
    const events = await replay(writer().prompt(0).useTool(10, 'm1', 'Bash', 't1'));
    expect(turnTimes(events)).toEqual([[10, 10]]);
  });

  it('with the line of the response that tells the context after a compaction', async () => {
    const events = await replay(
      writer()
        .prompt(0)
        .respond(10, 'm1')
        .boundary(75, { trigger: 'auto', preTokens: 155_000 })
        .compactSummary(75)
        .respond(80, 'm2')
        .respond(90, 'm3'),
    );
    expect(eventsOf(events, 'compaction')).toMatchObject([{ at: time(75), knownAt: time(90) }]);
  });

  it('never before it happened, and always at some time', async () => {
    const events = await replay(
      writer().prompt(0).useTool(10, 'm1', 'Bash', 't1').toolResult(8, 't1').respond(6, 'm2'),
    );
    const early = events.filter(({ at = Number.NaN, knownAt = 0 }) => !(knownAt >= at));
    expect(early).toEqual([]);
  });
});

describe('an event of a followed file is known', () => {
  it('at the look that finds it quiet for long enough', async () => {
    const transcript = writer().prompt(0);
    const folder = stageFolder({ 's1.jsonl': transcript.text });
    const clock = createFakeClock(time(0));
    const { source, delivery } = openSource([folder], { clock });
    await source.poll();
    const before = transcript.text.length;
    clock.advance(11);
    appendFileSync(join(folder, 's1.jsonl'), transcript.respond(10, 'm1').text.slice(before));
    await source.poll();
    clock.advance(119);
    await source.poll();
    expect(turnTimes(delivery.events)).toEqual([]);
    clock.advance(7);
    await source.poll();
    expect(turnTimes(delivery.events)).toEqual([[10, 137]]);
  });

  it('when silence would have ended it, where the whole file is history', async () => {
    const folder = stageFolder({ 's1.jsonl': writer().prompt(0).respond(10, 'm1').text });
    const clock = createFakeClock(time(86_400));
    const { source, delivery } = openSource([folder], { clock });
    await source.poll();
    clock.advance(130);
    await source.poll();
    expect(turnTimes(delivery.events)).toEqual([[10, 140]]);
  });

  it('when the file is known to be gone for good', async () => {
    const folder = stageFolder({
      's1.jsonl': writer().prompt(0).useTool(10, 'm1', 'Bash', 't1').text,
    });
    const clock = createFakeClock(time(10));
    const { source, delivery } = openSource([folder], { clock });
    await source.poll();
    rmSync(join(folder, 's1.jsonl'));
    clock.advance(60);
    await source.poll();
    clock.advance(700);
    await source.poll();
    expect(turnTimes(delivery.events)).toEqual([[10, 770]]);
  });
});
