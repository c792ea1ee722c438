import type { StepResult } from './step.ts';

/** What we read of the report that `jest --json` writes. */
export interface JestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  /** Files that failed before any of their tests could run. */
  readonly numRuntimeErrorTestSuites: number;
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

const notRun = new Set(['pending', 'skipped', 'todo', 'disabled']);

/**
 * Counts tests. A file that could not run counts as one failed test, and so does a run of Jest that failed without
 * naming a failed test, or left no report at all: no failure may look like success.
 */
export function countJestReport(
  report: JestReport | undefined,
  exitCode: number,
): Omit<StepResult, 'output'> {
  if (!report) return { passed: 0, failed: 1, skipped: [] };
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
  return {
    passed: report.numPassedTests,
    failed: exitCode === 0 ? failed : Math.max(failed, 1),
    skipped: report.testResults
      .flatMap((file) => file.assertionResults)
      .filter((test) => notRun.has(test.status))
      .map((test) => test.fullName),
  };
}
