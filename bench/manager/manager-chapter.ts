import type { Goal } from '../goals.ts';
import type { Measurement } from '../harness/interleave.ts';
import { runSection } from '../harness/run-section.ts';

/** What a manager of five processes takes. */
export interface ManagerResult {
  /** Starting and ending them. */
  readonly rows: readonly Measurement[];
  /** Median of a health check of all. */
  readonly checkMilliseconds: number;
}

export function measureManager(): ManagerResult {
  return runSection<ManagerResult>('start-agents.ts');
}

export function managerGoals({ rows, checkMilliseconds }: ManagerResult): readonly Goal[] {
  const ratio = rows.find(({ name }) => name === 'manager')?.ratio ?? Number.NaN;
  return [
    {
      what: 'start and end five agents by a manager, beside plain parallel spawn',
      unit: 'ratio',
      goal: 1.3,
      measured: ratio,
    },
    { what: 'health check of five agents', unit: 'ms', goal: 10, measured: checkMilliseconds },
  ];
}

/** What it costs, as a part of the page. */
export function managerChapter({ rows, checkMilliseconds }: ManagerResult): string {
  const lines = rows.map(
    ({ name, nanoseconds, ratio }) =>
      `| ${name} | ${(nanoseconds / 1e6).toFixed(0)} ms | ${ratio.toFixed(2)} |`,
  );
  return `## A manager of processes

Five stand-ins for \`claude\`, small programs of Node, started at once until each has answered that it is ready, and
ended again.

| | time | ratio |
|---|---:|---:|
${lines.join('\n')}

A health check of all five, memory and processor time included, takes ${checkMilliseconds.toFixed(1)} ms.
`;
}
