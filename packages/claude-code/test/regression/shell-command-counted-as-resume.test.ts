import { describe, expect, it } from '@jest/globals';
import { goesOn } from '../../src/run/goes-on.ts';

// `-c` and `-r` of any program counted as Claude Code's: `sh -c …` was a start of the kind resume whose first
// costs did not count. `--resume=ID` did not count as one: what the conversation had cost before was counted again.
describe('a command', () => {
  it.each([
    ['sh -c exit'],
    ['node -r ./hooks.js agent.js'],
    ['python3 -c claude'],
    ['claude -p hello'],
    ['claude --resumes'],
  ])('such as "%s" begins a conversation', (line) => {
    const [command = '', ...args] = line.split(' ');
    expect(goesOn(command, args)).toBe(false);
  });

  it.each([
    ['claude -c'],
    ['/opt/bin/claude -p -r 5a0e'],
    ['npx @anthropic-ai/claude-code -c'],
    ['claude --resume=5a0e'],
    ['my-agent --resume 5a0e'],
    ['my-agent --continue'],
  ])('such as "%s" goes on with one', (line) => {
    const [command = '', ...args] = line.split(' ');
    expect(goesOn(command, args)).toBe(true);
  });
});
