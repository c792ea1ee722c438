import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { type AgentEvent, PerformanceMonitor } from '@turnscope/core';
import fc from 'fast-check';
import { createTranscriptSource } from '../../src/index.ts';
import { TranscriptWriter } from '../fixtures/transcript-writer.ts';
import { eventsOf, factsOfEvents, sumBy } from '../support/facts.ts';
import { oddFile, scatteredLines } from '../support/line-arbitraries.ts';
import { openSource, readTranscripts } from '../support/read-transcripts.ts';
import { stageFolder } from '../support/stage-folder.ts';

// fast-check prints the seed and the path of a counterexample; `fc.assert(…, { seed, path })` repeats it.

const slow = 60_000;
const reasons = ['invalid_json', 'not_an_object', 'missing_field', 'too_long'];

describe('whatever stands in the files', () => {
  it(
    'no event is wrong, nothing throws, and no more is remembered than the limit',
    async () => {
      const paths = ['s1.jsonl', 's1/subagents/agent-a.jsonl', 'agent-b.jsonl'];
      await fc.assert(
        fc.asyncProperty(fc.tuple(oddFile, oddFile, oddFile), async (contents) => {
          const entries = paths.map((path, index) => [path, contents[index] ?? ''] as const);
          const monitor = new PerformanceMonitor({ strict: true });
          const { record } = monitor.enableSource('transcripts');
          const told: string[] = [];
          const sink = { record, parseError: (reason: string) => told.push(reason) };
          const folders = [stageFolder(Object.fromEntries(entries))];
          const onProblem = (message: string) => told.push(message);
          const source = createTranscriptSource({ folders, sink, rememberedIds: 8, onProblem });
          await source.poll();
          source.drain();
          expect(reasons).toEqual(expect.arrayContaining(told));
          expect(source.stats.rememberedIds).toBeLessThanOrEqual(8);
          expect(source.stats.parseErrors).toBe(told.length);
        }),
        { numRuns: 200 },
      );
    },
    slow,
  );
});

describe('the same lines in any order and split over files', () => {
  it(
    'give the same responses, tokens, untrusted outputs and retries',
    async () => {
      await fc.assert(
        fc.asyncProperty(scatteredLines, async (lines) => {
          const one = await readTranscripts(
            stageFolder({ 's0.jsonl': lines.map(({ text }) => text).join('') }),
          );
          const files: Record<string, string> = {};
          for (const { text, file } of lines.toSorted((left, right) => left.place - right.place)) {
            files[`s${file}.jsonl`] = (files[`s${file}.jsonl`] ?? '') + text;
          }
          const many = await readTranscripts(stageFolder(files));
          expect(countersOf(many.events)).toEqual(countersOf(one.events));
        }),
        { numRuns: 150 },
      );
    },
    slow,
  );
});

describe('the same files written in any pieces', () => {
  const contents: Readonly<Record<string, string>> = {
    's1.jsonl': workday('s1').text,
    's2.jsonl': workday('s2').text,
    's1/subagents/agent-a1.jsonl': new TranscriptWriter('a1', { isSidechain: true })
      .prompt(3)
      .respond(5, 'a1-m1', { output: 2 })
      .respond(6, 'a1-m1', { output: 9, stop: 'end_turn' })
      .useTool(8, 'a1-m2', 'Read', 'a1-t1')
      .toolResult(9, 'a1-t1').text,
  };

  it(
    'give the same events as when they are read at once',
    async () => {
      const whole = inOrder((await readTranscripts(stageFolder(contents))).events);
      const pieces = fc.array(fc.tuple(fc.nat({ max: 2 }), fc.integer({ min: 1, max: 3000 })), {
        minLength: 1,
        maxLength: 12,
      });
      await fc.assert(
        fc.asyncProperty(pieces, async (sizes) => {
          const folder = stageFolder(
            Object.fromEntries(Object.keys(contents).map((path) => [path, ''])),
          );
          const { source, delivery } = openSource([folder]);
          const rest = new Map(Object.entries(contents).map(([path, text]) => [path, text]));
          for (const [file, size] of [...sizes, [0, 1e9], [1, 1e9], [2, 1e9]] as const) {
            const path = Object.keys(contents)[file] ?? '';
            const text = rest.get(path) ?? '';
            appendFileSync(join(folder, path), text.slice(0, size));
            rest.set(path, text.slice(size));
            await source.poll();
          }
          source.drain();
          expect(inOrder(delivery.events)).toEqual(whole);
          expect(delivery.parseErrors).toEqual([]);
        }),
        { numRuns: 60 },
      );
    },
    slow,
  );
});

/** A transcript with everything in it; its ids are its own. */
function workday(name: string): TranscriptWriter {
  return new TranscriptWriter(name)
    .sessionStart(0, 'startup')
    .prompt(1, 'Größe prüfen: ✓')
    .attempt(2, { status: 529 })
    .respond(4, `${name}-m1`, { input: 3, output: 1 })
    .useTool(5, `${name}-m1`, 'Bash', `${name}-t1`)
    .toolResult(6, `${name}-t1`)
    .embedded(7, 'a9', `${name}-e1`, { output: 4, stop: 'end_turn' })
    .respond(9, `${name}-m2`, { output: 7, stop: 'end_turn' })
    .boundary(60, { trigger: 'manual', preTokens: 155_000 })
    .compactSummary(60)
    .command(40, '/compact')
    .prompt(62)
    .respond(65, `${name}-m3`, { cacheRead: 45_000 })
    .interrupt(66)
    .prompt(100)
    .giveUp(130)
    .command(200, '/exit')
    .prompt(300, '<task-notification>', { version: '2.1.51' })
    .respond(301, `${name}-m4`, {}, { version: '2.1.51' });
}

function countersOf(events: readonly AgentEvent[]) {
  const responses = eventsOf(events, 'response');
  const measures = [...responses, ...eventsOf(events, 'response-update')];
  return {
    responses: sumBy(responses, (each) => [`${each.processType} ${each.model}`, 1]),
    tokens: sumBy(
      measures.flatMap((each) =>
        Object.entries(each.tokens ?? {}).map(([type, value]) => ({ ...each, type, value })),
      ),
      (each) => [`${each.processType} ${each.model} ${each.type}`, each.value],
    ),
    untrusted: factsOfEvents(events).untrustedOutputs,
    retries: sumBy(eventsOf(events, 'retry'), (retry) => [retry.reason, 1]),
  };
}

/** When a group is judged depends on the polls, so the order of events does; nothing else. */
function inOrder(events: readonly AgentEvent[]): readonly string[] {
  return events.map((event) => JSON.stringify(event)).toSorted();
}
