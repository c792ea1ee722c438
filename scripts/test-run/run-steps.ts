import type { Step, StepResult } from './step.ts';

export interface Totals {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/**
 * Runs the steps one after the other and prints what each found. A failed step does not stop the others, except those
 * that need it: these are skipped. The last line printed is `N passed, N failed, N skipped`, over all steps.
 */
export async function runSteps(
  steps: readonly Step[],
  print: (text: string) => void,
): Promise<Totals> {
  const results = new Map<string, StepResult>();
  for (const step of steps) {
    const missing = step.needs !== undefined && results.get(step.needs)?.failed !== 0;
    const result = missing ? skip(step) : await step.run();
    results.set(step.name, result);
    print(describeResult(step.name, result));
  }
  const totals = add([...results.values()]);
  print(`\n${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
  return totals;
}

function skip({ name, needs }: Step): StepResult {
  return { passed: 0, failed: 0, skipped: [`${name}: needs "${needs}", which failed`], output: '' };
}

function describeResult(name: string, result: StepResult): string {
  const { passed, failed, skipped, output } = result;
  const lines = [
    `${mark(result)} ${name}: ${passed} passed, ${failed} failed, ${skipped.length} skipped`,
  ];
  if (failed > 0) lines.push(output.trimEnd());
  return [...lines, ...skipped.map((test) => `        skipped: ${test}`)].join('\n');
}

function mark({ passed, failed }: StepResult): string {
  if (failed > 0) return 'FAILED ';
  return passed > 0 ? 'ok     ' : 'skipped';
}

function add(results: readonly StepResult[]): Totals {
  const sum = (count: (result: StepResult) => number) =>
    results.reduce((total, result) => total + count(result), 0);
  return {
    passed: sum((result) => result.passed),
    failed: sum((result) => result.failed),
    skipped: sum((result) => result.skipped.length),
  };
}
