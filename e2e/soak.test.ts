import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { runCommand, workspace } from '../scripts/run-command.ts';

// In a process of its own, whose handles and memory nobody else's tests touch.

/** Elsewhere than on continuous integration few have the patience. */
const minutes = process.env['CI'] === 'true' ? 2 : 0.25;
const program = join(workspace, 'e2e', 'soak', 'main.ts');

it(
  'five agents with random faults settle every message once, and what is counted is what happened',
  async () => {
    const flags = ['--expose-gc', '--conditions=@turnscope/source'];
    const args = [...flags, program, '--minutes', String(minutes)];
    const { output } = await runCommand(process.execPath, args);
    // The seed, for who wants to see a failure once more.
    console.log(output);
    const verdict = JSON.parse(output.slice(output.indexOf('{')));
    expect(verdict.problems).toEqual([]);
    expect(verdict.got.answer).toBeGreaterThan(500 * minutes);
    expect(verdict.restarts).toBeGreaterThan(0);
  },
  120_000 + minutes * 60_000,
);
