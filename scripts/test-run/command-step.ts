import { runCommand } from '../run-command.ts';
import type { Step } from './step.ts';

/** A step that is one command: it counts as one test, passed when the command exits with 0. */
export function commandStep(
  name: string,
  [command, ...args]: readonly [string, ...string[]],
  needs?: string,
): Step {
  return {
    name,
    ...(needs && { needs }),
    run: async () => {
      const { code, output } = await runCommand(command, args);
      return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: [], output };
    },
  };
}
