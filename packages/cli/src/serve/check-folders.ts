import { readdir } from 'node:fs/promises';
import { CommandError, failed, misused } from '../command-error.ts';
import { asSystemError } from '../system-error.ts';

/** Throws a CommandError for the first folder that is there and cannot be read. One that is not there yet is waited for. */
export async function checkFolders(folders: readonly string[]): Promise<void> {
  for (const folder of folders) {
    try {
      await readdir(folder);
    } catch (cause) {
      const error = refusal(folder, cause);
      if (error !== undefined) throw error;
    }
  }
}

function refusal(folder: string, cause: unknown): CommandError | undefined {
  const { code, message } = asSystemError(cause);
  if (code === 'ENOENT') return undefined;
  if (code === 'ENOTDIR') {
    const text = `${folder} is no folder; name the folder that holds the transcripts with --transcripts DIR`;
    return new CommandError(misused, text, { cause });
  }
  const text = `the transcripts folder ${folder} cannot be read (${message}); grant read access, or name another with --transcripts DIR`;
  return new CommandError(failed, text, { cause });
}
