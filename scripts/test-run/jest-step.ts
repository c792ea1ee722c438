import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from '../run-command.ts';
import { countJestReport, type JestReport } from './jest-report.ts';
import type { Step, StepResult } from './step.ts';

/** A step that is a run of Jest: each of its tests counts. */
export function jestStep(name: string, config: string): Step {
  return { name, run: () => runJest(config) };
}

async function runJest(config: string): Promise<StepResult> {
  const folder = await mkdtemp(join(tmpdir(), 'turnscope-jest-'));
  const reportFile = join(folder, 'report.json');
  try {
    const args = [`--config=${config}`, '--json', `--outputFile=${reportFile}`];
    const { code, output } = await runCommand('jest', args);
    const report = await readReport(reportFile);
    return { ...countJestReport(report, code), output };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Undefined when Jest stopped before it wrote a report. */
async function readReport(file: string): Promise<JestReport | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as JestReport;
  } catch {
    return undefined;
  }
}
