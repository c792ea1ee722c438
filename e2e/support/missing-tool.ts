// Run by requirements.test.ts as a test file of its own, to see what a missing tool does to a run.

import { expect, it } from '@jest/globals';
import { describeWith } from '@turnscope/testing';

describeWith({ what: 'the tool absent', found: false }, 'a group', () => {
  throw new Error('The body of a group that lacks its requirement must not run.');
});

describeWith({ what: 'the tool present', found: true }, 'another group', () => {
  it('runs', () => expect(true).toBe(true));
});
