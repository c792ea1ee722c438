import { describe, expect, it } from '@jest/globals';
import { runCommand } from '../scripts/run-command.ts';

describe('the check of the Node version', () => {
  it.each(['20.20.2', '22.17.1'])('refuses %s and says what to do', async (version) => {
    const { code, output } = await checkAs(version);
    expect(code).toBe(1);
    expect(output).toContain(`started with Node ${version}`);
    expect(output).toContain('npx -y pnpm@12 install');
  });

  it.each(['22.18.0', '24.0.0', '26.10.0'])('accepts %s', async (version) => {
    expect(await checkAs(version)).toEqual({ code: 0, output: '' });
  });
});

/** Runs the check in a Node that pretends to be another version. */
function checkAs(version: string) {
  const pretend = `Object.defineProperty(process, 'versions', { value: { node: '${version}' } })`;
  const before = `--import=data:text/javascript,${encodeURIComponent(pretend)}`;
  return runCommand('node', [before, '--import=./scripts/check-node.js', '--eval', '']);
}
