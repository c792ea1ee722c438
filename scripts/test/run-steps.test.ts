import { describe, expect, it } from '@jest/globals';
import { commandStep } from '../test-run/command-step.ts';
import { runSteps } from '../test-run/run-steps.ts';
import type { Step } from '../test-run/step.ts';

async function printed(steps: readonly Step[]): Promise<readonly string[]> {
  const lines: string[] = [];
  await runSteps(steps, (text) => lines.push(...text.split('\n')));
  return lines;
}

const fine = commandStep('fine', ['node', '--eval', '']);
const broken = commandStep('broken', [
  'node',
  '--eval',
  'console.log("the fault"); process.exit(2)',
]);

describe('runSteps', () => {
  it('shows the output of a failed step, goes on, and ends with the totals', async () => {
    expect(await printed([broken, fine])).toEqual([
      'FAILED  broken: 0 passed, 1 failed, 0 skipped',
      'the fault',
      'ok      fine: 1 passed, 0 failed, 0 skipped',
      '',
      '1 passed, 1 failed, 0 skipped',
    ]);
  });

  it('skips a step that needs a failed one, and says why', async () => {
    const needing = commandStep('needing', ['node', '--eval', ''], 'broken');
    expect(await printed([broken, needing])).toEqual(
      expect.arrayContaining([
        'skipped needing: 0 passed, 0 failed, 1 skipped',
        '        skipped: needing: needs "broken", which failed',
        '0 passed, 1 failed, 1 skipped',
      ]),
    );
  });

  it('counts a command that cannot be started as failed', async () => {
    const absent = commandStep('absent', ['no-such-program']);
    expect((await printed([absent])).at(-1)).toBe('0 passed, 1 failed, 0 skipped');
  });
});
