import { describe, expect, it } from '@jest/globals';
import { type AgentEvent, PerformanceMonitor } from '@turnscope/core';
import fc from 'fast-check';
import { TranscriptWriter } from '../fixtures/transcript-writer.ts';
import { eventsOf, factsOfEvents, factsOfMetrics } from '../support/facts.ts';
import { oddFile, scatteredLines } from '../support/line-arbitraries.ts';
import { readTranscripts } from '../support/read-transcripts.ts';
import { stageFolder } from '../support/stage-folder.ts';

const labelRules = {
  project: [
    { folder: '*/shop', value: 'shop' },
    { folder: '*/billing', value: 'billing' },
  ],
  team: [{ model: 'opus', value: 'research' }],
};
const labels = { project: ['shop', 'billing'], team: ['research'] };
const slow = 60_000;

function withoutLabels({ labels: _, ...event }: AgentEvent): object {
  return event;
}

/** A turn with a tool and a compaction, in a folder. */
function work(session: string, cwd: string): TranscriptWriter {
  return new TranscriptWriter(session, { cwd })
    .sessionStart(0, 'startup')
    .prompt(1)
    .attempt(2, { status: 529 })
    .useTool(4, 'm1', 'Bash', 't1')
    .toolResult(6, 't1')
    .respond(9, 'm2', { model: 'claude-opus-4-6', input: 5, output: 7, stop: 'end_turn' })
    .boundary(60, { trigger: 'auto', preTokens: 155_000 })
    .respond(65, 'm3', { cacheRead: 45_000 });
}

/** The same lines in another folder, and one more turn. */
function fork(): TranscriptWriter {
  const writer = new TranscriptWriter('s2', { cwd: '/srv/billing' });
  for (const line of work('s1', '/srv/shop').lines) {
    writer.bare({ ...line, sessionId: 's2', cwd: '/srv/billing' });
  }
  return writer.prompt(200).respond(204, 'm4', { output: 3 });
}

/** Lines of a few responses, each by a model of its own, in files that lie in several folders. */
const responsesInFolders = fc.array(
  fc.record({
    id: fc.nat({ max: 4 }),
    file: fc.nat({ max: 2 }),
    output: fc.nat({ max: 500 }),
    stop: fc.constantFrom(null, 'end_turn'),
    embedded: fc.boolean(),
  }),
  { maxLength: 25 },
);
const folders = ['/srv/shop', '/srv/billing', '/srv/games'];

/** The different labels in the events of responses, by model. */
function saidOfModels(events: readonly AgentEvent[]): ReadonlyMap<string | undefined, Set<string>> {
  const said = new Map<string | undefined, Set<string>>();
  for (const event of [...eventsOf(events, 'response'), ...eventsOf(events, 'response-update')]) {
    const known = said.get(event.model) ?? new Set();
    said.set(event.model, known.add(JSON.stringify(event.labels)));
  }
  return said;
}

describe('rules for labels', () => {
  it('change nothing but the labels, with a fork in another folder', async () => {
    const folder = stageFolder({
      's1.jsonl': work('s1', '/srv/shop').text,
      's2.jsonl': fork().text,
    });
    const plain = await readTranscripts(folder);
    const { events } = await readTranscripts(folder, { labelRules });
    expect(events.map(withoutLabels)).toEqual(plain.events);

    const monitor = new PerformanceMonitor({ strict: true, labels });
    const { record } = monitor.enableSource('transcripts');
    for (const event of events) record(event);
    expect(factsOfMetrics(monitor.collect())).toEqual(factsOfEvents(plain.events));
  });

  it(
    'change nothing but the labels, wherever lines stand',
    async () => {
      await fc.assert(
        fc.asyncProperty(scatteredLines, async (lines) => {
          const files: Record<string, string> = {};
          for (const { text, file } of lines) {
            const line = JSON.stringify({ ...JSON.parse(text), cwd: folders[file % 3] });
            files[`s${file}.jsonl`] = `${files[`s${file}.jsonl`] ?? ''}${line}\n`;
          }
          const folder = stageFolder(files);
          const plain = await readTranscripts(folder);
          const { events } = await readTranscripts(folder, { labelRules });
          expect(events.map(withoutLabels)).toEqual(plain.events);
        }),
        { numRuns: 60 },
      );
    },
    slow,
  );

  it(
    'give all events of a response the same labels, whichever files tell of it',
    async () => {
      await fc.assert(
        fc.asyncProperty(responsesInFolders, async (lines) => {
          const writers = folders.map((cwd, at) => new TranscriptWriter(`s${at}`, { cwd }));
          for (const [at, { id, file, embedded, ...said }] of lines.entries()) {
            const options = { ...said, model: `model-${id}` };
            const writer = writers[file]?.prompt(at * 10);
            if (embedded) writer?.embedded(at * 10 + 2, `a${id}`, `m${id}`, options);
            else writer?.respond(at * 10 + 2, `m${id}`, options);
          }
          const files = writers.map(({ text }, at) => [`s${at}.jsonl`, text] as const);
          const folder = stageFolder(Object.fromEntries(files));
          const { events } = await readTranscripts(folder, { labelRules });
          const divided = [...saidOfModels(events)].filter(([, said]) => said.size !== 1);
          expect(divided).toEqual([]);
        }),
        { numRuns: 60 },
      );
    },
    slow,
  );

  it(
    'make no event wrong, whatever stands in the files',
    async () => {
      await fc.assert(
        fc.asyncProperty(oddFile, async (content) => {
          const folder = stageFolder({ 's1.jsonl': content });
          const monitor = new PerformanceMonitor({ strict: true, labels });
          const { record, parseError } = monitor.enableSource('transcripts');
          const sink = { record, parseError };
          await readTranscripts(folder, { labelRules, sink });
        }),
        { numRuns: 60 },
      );
    },
    slow,
  );
});
