import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { writeFileAtomically } from '@turnscope/node';
import type { CommandContext } from '../command-context.ts';
import { CommandError, failed, misused } from '../command-error.ts';
import { asFolder } from '../settings/folders.ts';
import { asSystemError } from '../system-error.ts';

/** Takes what was written. */
export type Deliver = (text: string) => Promise<void>;

const reasons: ReadonlyMap<string | undefined, string> = new Map([
  ['ENOSPC', 'the disk is full; free some space'],
  ['EDQUOT', 'your share of the disk is used up; free some space'],
  ['EACCES', 'this user may not write there; grant write access to the folder'],
  ['EPERM', 'this user may not write there; grant write access to the folder'],
  ['EROFS', 'the disk can only be read'],
  ['ENOENT', 'its folder is gone; make it'],
]);

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
      const { code, message } = asSystemError(cause);
      const reason = reasons.get(code) ?? `${message}; free it`;
      const advice = `${path} was not written: ${reason}, or name another file with --output FILE`;
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
