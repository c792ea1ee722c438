import { existsSync } from 'node:fs';
import { distinctFolders } from '@turnscope/node';
import type { Environment } from '../command-context.ts';
import { CommandError, misused } from '../command-error.ts';
import { checkFolders } from '../serve/check-folders.ts';
import { defaultTranscripts } from '../settings/folders.ts';

/**
 * The folders that are there, each once. Throws a CommandError for one that cannot be read, and for one
 * that somebody named and that is not there; Claude Code's own is not there before its first run.
 */
export async function presentFolders(
  folders: readonly string[],
  environment: Environment,
): Promise<readonly string[]> {
  await checkFolders(folders);
  const missing = folders.filter((folder) => !existsSync(folder));
  const [named] = missing.filter((folder) => folder !== defaultTranscripts(environment));
  if (named === undefined) {
    return distinctFolders(folders.filter((folder) => !missing.includes(folder)));
  }
  const text = `${named} does not exist; name the folder that holds the transcripts with --transcripts DIR`;
  throw new CommandError(misused, text);
}
