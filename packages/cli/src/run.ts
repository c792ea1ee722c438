import { CommanderError } from 'commander';
import type { CommandContext } from './command-context.ts';
import { CommandError, failed, misused } from './command-error.ts';
import { createProgram } from './program.ts';

/**
 * Runs the command with the arguments that follow its name and resolves to its exit code: 0 after a
 * clean end, 1 when something failed, 2 for wrong usage or configuration. Never rejects.
 */
export async function run(args: readonly string[], context: CommandContext): Promise<number> {
  try {
    await createProgram(context).parseAsync(args, { from: 'user' });
    return 0;
  } catch (error) {
    return tell(error, context);
  }
}

function tell(error: unknown, { terminal }: CommandContext): number {
  // Commander has already written what it had to say, be it the help or an error.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : misused;
  if (error instanceof CommandError) {
    const lines = error.told ? [] : error.message.split('\n');
    for (const line of lines) terminal.warn(`turnscope: ${line}`);
    return error.exitCode;
  }
  const details = error instanceof Error ? error.stack : String(error);
  terminal.warn(`turnscope: a defect of Turnscope, please report it: ${details}`);
  return failed;
}
