import type { Goal } from '../goals.ts';
import type { Measurement } from '../harness/interleave.ts';
import { runSection } from '../harness/run-section.ts';

const kinds = ['session', 'mixed'] as const;

/** What can be kept of single observations, as the section takes it, with the goal of its cost. */
const details = [
  { kept: 'native', title: 'native histograms', goal: 0.12 },
  { kept: 'exemplars', title: 'exemplars', goal: 0.12 },
] as const;

/** Recording while one of them is kept. */
interface DetailResult {
  readonly title: string;
  readonly kind: (typeof kinds)[number];
  readonly goal: number;
  readonly nanoseconds: number;
  readonly ratio: number;
}

/** Each in a process of its own: a monitor without details beside it would be of another kind. */
export function measureDetails(): readonly DetailResult[] {
  return details.flatMap(({ kept, title, goal }) =>
    kinds.map((kind) => {
      const [, own] = runSection<readonly Measurement[]>('record-details.ts', [kind, kept]);
      const { nanoseconds = Number.NaN, ratio = Number.NaN } = own ?? {};
      return { title, kind, goal, nanoseconds, ratio };
    }),
  );
}

export function detailGoals(results: readonly DetailResult[]): readonly Goal[] {
  return results.map(({ title, kind, goal, ratio }) => ({
    what: `record an exchange, ${kind}, while ${title} are kept, beside prom-client's classic ones`,
    unit: 'ratio',
    goal,
    measured: ratio,
  }));
}

/** What they cost, as a part of the page. */
export function detailsChapter(results: readonly DetailResult[]): string {
  const rows = results.map(
    ({ title, kind, nanoseconds, ratio }) =>
      `| ${title}, ${kind} | ${nanoseconds.toFixed(0)} ns | ${ratio.toFixed(3)} |`,
  );
  return `While exemplars or native histograms are kept, of which an exchange fills four, beside prom-client's classic
histograms (all of it off above, where it costs nothing):

| | time | ratio |
|---|---:|---:|
${rows.join('\n')}
`;
}
