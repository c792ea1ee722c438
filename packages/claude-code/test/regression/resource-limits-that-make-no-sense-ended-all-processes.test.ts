import { expect, it } from '@jest/globals';
import { ClaudeCodeManager } from '../../src/index.ts';

// No memory is at most NaN, and no count of checks is below 0: each check ended every process.
it.each([
  [{ memoryBytes: Number.NaN }, /^resources\.memoryBytes must be/],
  [{ memoryBytes: -1 }, /^resources\.memoryBytes must be/],
  [{ cpuRatio: Number.NaN }, /^resources\.cpuRatio must be/],
  [{ cpuRatio: 0 }, /^resources\.cpuRatio must be/],
  [{ cpuChecks: 0 }, /^resources\.cpuChecks must be/],
  [{ cpuChecks: 1.5 }, /^resources\.cpuChecks must be/],
])('makes no manager with %p', (resources, words) => {
  expect(() => new ClaudeCodeManager({ resources })).toThrow(words);
});
