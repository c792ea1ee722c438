import { describe, it } from '@jest/globals';
import type { Requirement } from './requirement.ts';

/**
 * `describe` for tests that need something the machine may lack.
 *
 * When it is missing, `body` is not run, so it may read what it needs at once. One test stands in its place: on
 * continuous integration (CI=true) it fails, for there a skipped test would be noticed by nobody; elsewhere it is
 * skipped and its name says why.
 */
export function describeWith(requirement: Requirement, name: string, body: () => void): void {
  if (requirement.found) {
    describe(name, body);
    return;
  }
  const missing = `needs ${requirement.what}, which is missing`;
  describe(name, () => {
    if (process.env['CI'] === 'true') it(missing, () => fail(requirement));
    else it.skip(missing, () => {});
  });
}

function fail(requirement: Requirement): never {
  throw new Error(
    `Missing: ${requirement.what}. Install or provide it; with CI=true nothing is skipped.`,
  );
}
