import { describe, expect, it } from '@jest/globals';
import { countJestReport, type JestReport } from '../test-run/jest-report.ts';

const report: JestReport = {
  numPassedTests: 2,
  numFailedTests: 1,
  numRuntimeErrorTestSuites: 1,
  testResults: [
    {
      assertionResults: [
        { fullName: 'a passes', status: 'passed' },
        { fullName: 'b needs prometheus, which is missing', status: 'pending' },
        { fullName: 'c is to be written', status: 'todo' },
      ],
    },
  ],
};

const clean: JestReport = { ...report, numFailedTests: 0, numRuntimeErrorTestSuites: 0 };

describe('countJestReport', () => {
  it('counts a file that could not run as failed, and names what was skipped', () => {
    expect(countJestReport(report, 1)).toEqual({
      passed: 2,
      failed: 2,
      skipped: ['b needs prometheus, which is missing', 'c is to be written'],
    });
  });

  it('counts nothing as failed after a clean run', () => {
    expect(countJestReport(clean, 0)).toMatchObject({ passed: 2, failed: 0 });
  });

  it('counts a failure that Jest reports by its exit code alone', () => {
    expect(countJestReport(clean, 1)).toMatchObject({ passed: 2, failed: 1 });
  });

  it('counts a run that left no report as failed', () => {
    expect(countJestReport(undefined, 0)).toEqual({ passed: 0, failed: 1, skipped: [] });
  });
});
