import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { writeFileAtomically } from '@turnscope/node';
import type { CommandContext } from '../command-context.ts';
import { CommandError, failed, misused } from '../command-error.ts';
import { asFolder } from '../settings/folders.ts';
import { whyUnwritten } from '../unwritten.ts';

/** Takes what was written. */
export type Deliver = (text: string) => Promise<void>;

/**
 * Where a report goes: to the terminal, or to the file of `--output`, whose folder is looked at now
 * rather than after a long read. Throws a CommandError where it cannot work; an older file stays whole.
 */
export async function openOutput(
  output: string | undefined,
  { terminal, environment }: CommandContext,
): Promise<Deliver> {
  if (output === undefined) return async (text) => terminal.say(text.trimEnd());
  const path = asFolder(output, environment.workingFolder, environment);
  await checkTarget(path);
  return async (text) => {
    try {
      await writeFileAtomically(path, text);
    } catch (cause) {
      const advice = `${path} was not written: ${whyUnwritten(cause)}, or name another file with --output FILE`;
      throw new CommandError(failed, advice, { cause });
    }
    terminal.warn(`turnscope: wrote ${path}`);
  };
}

async function checkTarget(path: string): Promise<void> {
  if (await isFolder(path)) {
    throw new CommandError(misused, `--output must name a file; ${path} is a folder`);
  }
  if (await isFolder(dirname(path))) return;
  const message = `the folder ${dirname(path)} of --output does not exist; make it, or name another file`;
  throw new CommandError(misused, message);
}

function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
