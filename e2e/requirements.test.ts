import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { runCommand } from '../scripts/run-command.ts';
import { countJestReport } from '../scripts/test-run/jest-report.ts';

describe('a test whose tool is missing', () => {
  it('is skipped on a developer’s machine, with the reason in its name', async () => {
    expect(await runMissingTool('')).toMatchObject({
      passed: 1,
      failed: 0,
      skipped: ['a group needs the tool absent, which is missing'],
    });
  });

  it('fails on continuous integration and names the tool', async () => {
    expect(await runMissingTool('true')).toMatchObject({
      passed: 1,
      failed: 1,
      skipped: [],
      output: expect.stringContaining('Missing: the tool absent.'),
    });
  });
});

async function runMissingTool(ci: string) {
  const folder = await mkdtemp(join(tmpdir(), 'turnscope-requirements-'));
  const report = join(folder, 'report.json');
  const args = ['--testMatch=**/e2e/support/missing-tool.ts', '--json', `--outputFile=${report}`];
  try {
    const { code, output } = await runCommand('jest', args, { environment: { CI: ci } });
    return { ...countJestReport(JSON.parse(await readFile(report, 'utf8')), code), output };
  } finally {
    await rm(folder, { recursive: true });
  }
}
