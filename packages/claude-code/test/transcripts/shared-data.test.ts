import { mkdirSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { type AgentEvent, PerformanceMonitor } from '@turnscope/core';
import { describeWith, folder } from '@turnscope/testing';
import { createTranscriptSource } from '../../src/index.ts';
import {
  type ExpectedFile,
  type ExpectedFiles,
  factsOfExpected,
  readExpected,
  startKindsOf,
  turnsOf,
} from '../support/expected-data.ts';
import { eventsOf, type Facts, factsOfEvents, factsOfMetrics } from '../support/facts.ts';
import { readTranscripts } from '../support/read-transcripts.ts';
import { stageFolder } from '../support/stage-folder.ts';

const data = folder('../shared/data/claude-code');
const own = ['strategic', 'tactical', 'unknown'];

describeWith(data, 'the shared transcripts', () => {
  const files = readExpected(data.path);

  const alone = files.map(([path, file]) => [path, withAgents(files, path, file)] as const);
  describe.each([...alone, ['all files', files] as const])('%s', (_name, expected) =>
    compare(expected),
  );
});

/** A main transcript also reports what its subagents answer, so it is compared together with their files. */
function withAgents(files: ExpectedFiles, path: string, file: ExpectedFile): ExpectedFiles {
  const agents = path.replace(/\.jsonl$/, '/subagents/');
  return [[path, file], ...files.filter(([other]) => other.startsWith(agents))];
}

function compare(expected: ExpectedFiles): void {
  let events: readonly AgentEvent[];
  let metrics: Facts;

  beforeAll(async () => {
    const only = onlyThese(expected.map(([path]) => path));
    const delivery = await readTranscripts(only);
    expect(delivery.parseErrors).toEqual([]);
    expect(delivery.problems).toEqual([]);
    events = delivery.events;
    metrics = await readMetrics(only);
  });

  it('has the expected metrics', () => expect(metrics).toEqual(factsOfExpected(expected)));

  it('has the expected events', () =>
    expect(factsOfEvents(events)).toEqual(factsOfExpected(expected)));

  it('has the expected turns, each with its duration', () => {
    const turns = eventsOf(events, 'turn').map((turn) => ({
      initiator: turn.initiator,
      outcome: turn.outcome,
      responses: turn.responses,
      milliseconds: Math.round((turn.durationSeconds ?? Number.NaN) * 1000),
      activeMilliseconds: Math.round((turn.activeDurationSeconds ?? 0) * 1000),
    }));
    const expectedTurns = expected.flatMap(([, file]) =>
      turnsOf(file).map((turn) => ({
        initiator: turn.initiator,
        outcome: turn.outcome,
        responses: turn.responses,
        milliseconds: Math.round(turn.durationSeconds * 1000),
        activeMilliseconds: turn.turnDurationMs ?? 0,
      })),
    );
    expect(sorted(turns)).toEqual(sorted(expectedTurns));
  });

  it('has the expected durations and contexts of responses', () => {
    const updates = eventsOf(events, 'response-update');
    const details = expected.flatMap(([, file]) => file.responseDetail);
    expect(numbers(updates.map((update) => milliseconds(update.durationSeconds)))).toEqual(
      numbers(details.map((detail) => detail.latencyMs)),
    );
    expect(numbers(updates.map((update) => update.contextTokens))).toEqual(
      numbers(details.map((detail) => detail.context)),
    );
  });

  it('has the expected largest context of the main chain', () => {
    const contexts = eventsOf(events, 'response-update')
      .filter((update) => own.includes(update.processType ?? ''))
      .map((update) => update.contextTokens ?? 0);
    const largest = expected.map(([, file]) => file.maxContext ?? 0);
    expect(Math.max(0, ...contexts)).toBe(Math.max(0, ...largest));
  });

  it('has the process starts that the indicators show', () => {
    const kinds = eventsOf(events, 'process-start').map((start) => start.kind);
    expect(kinds.toSorted()).toEqual(expected.flatMap(([, file]) => startKindsOf(file)).toSorted());
  });

  it('gives every event its own time and conversation', () => {
    const nameless = events.filter(
      (event) =>
        event.at === undefined || (event.type !== 'process-start' && !('conversationId' in event)),
    );
    expect(nameless).toEqual([]);
  });
}

/** A folder with these files alone, in their places: links, so that nothing is copied. */
function onlyThese(paths: readonly string[]): string {
  const only = stageFolder({});
  for (const path of paths) {
    mkdirSync(dirname(join(only, path)), { recursive: true });
    symlinkSync(join(data.path, 'transcripts', path), join(only, path));
  }
  return only;
}

async function readMetrics(only: string): Promise<Facts> {
  const monitor = new PerformanceMonitor({ clock: { now: () => Date.parse('2026-11-23') } });
  const sink = monitor.enableSource('transcripts');
  const source = createTranscriptSource({ folders: [only], sink });
  await source.poll();
  source.drain();
  return factsOfMetrics(monitor.collect());
}

function milliseconds(seconds: number | undefined): number | undefined {
  return seconds === undefined ? undefined : Math.round(seconds * 1000);
}

function numbers(values: readonly (number | null | undefined)[]): readonly number[] {
  return values.filter((value) => typeof value === 'number').sort((left, right) => left - right);
}

function sorted<Item>(items: readonly Item[]): readonly Item[] {
  return items.toSorted((left, right) => (JSON.stringify(left) < JSON.stringify(right) ? -1 : 1));
}
