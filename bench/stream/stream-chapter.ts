import type { Goal } from '../goals.ts';
import type { Measurement } from '../harness/interleave.ts';
import { runSection } from '../harness/run-section.ts';

const kinds = [
  { kind: 'whole', title: 'of whole messages' },
  { kind: 'pieces', title: 'with partial messages' },
] as const;

/** What reading one kind of stream took, for each message. */
export interface StreamResult {
  readonly title: string;
  readonly rows: readonly Measurement[];
}

export function measureStreams(): readonly StreamResult[] {
  return kinds.map(({ kind, title }) => ({
    title,
    rows: runSection<readonly Measurement[]>('observe-stream.ts', [kind]),
  }));
}

export function streamGoals(results: readonly StreamResult[]): readonly Goal[] {
  return results.map(({ title, rows }) => ({
    what: `observe a message of a stream ${title}, beyond JSON.parse`,
    unit: 'µs',
    goal: 20,
    measured: (timeOf(rows, 'observed') - timeOf(rows, 'JSON.parse')) / 1000,
  }));
}

/** What it costs, as a part of the page. */
export function streamChapter(results: readonly StreamResult[]): string {
  const rows = results.flatMap(({ title, rows: each }) =>
    each.map(
      ({ name, nanoseconds }) => `| ${title}: ${name} | ${(nanoseconds / 1000).toFixed(1)} µs |`,
    ),
  );
  return `## Observing a stream

Time for each message of a generated conversation: parsed alone, passed through \`observeMessages\`, and cut from
bytes in chunks of 64 KiB by \`MessageDecoder\`, as a process manager does, without a generator.

| | time |
|---|---:|
${rows.join('\n')}
`;
}

function timeOf(rows: readonly Measurement[], name: string): number {
  return rows.find((row) => row.name === name)?.nanoseconds ?? Number.NaN;
}
