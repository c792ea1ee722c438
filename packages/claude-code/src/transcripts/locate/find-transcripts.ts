import type { Dirent, Stats } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { asTranscriptFile, type TranscriptFile } from './transcript-file.ts';

/** A transcript and how large it was when it was found. */
export interface FoundTranscript extends TranscriptFile {
  readonly size: number;
}

/** Told about a path that could not be looked at; the others are found all the same. */
export type OnUnreadable = (path: string, cause: unknown) => void;

/**
 * Finds the transcripts under a folder at any depth, conversations first, since an agent's file may
 * begin with a copy of one, and else in the order of their paths. A symbolic link to a file is
 * followed, one to a folder below `folder` is not, since it may lead in circles.
 */
export async function findTranscripts(
  folder: string,
  onUnreadable: OnUnreadable,
): Promise<readonly FoundTranscript[]> {
  const found: FoundTranscript[] = [];
  await collect(folder, onUnreadable, found);
  return found.sort(conversationsFirst);
}

async function collect(
  folder: string,
  onUnreadable: OnUnreadable,
  found: FoundTranscript[],
): Promise<void> {
  const entries = await attempt(folder, onUnreadable, () =>
    readdir(folder, { withFileTypes: true }),
  );
  for (const entry of (entries ?? []).sort(byName)) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await collect(path, onUnreadable, found);
    else found.push(...(await asFound(path, onUnreadable)));
  }
}

async function asFound(
  path: string,
  onUnreadable: OnUnreadable,
): Promise<readonly FoundTranscript[]> {
  const file = asTranscriptFile(path);
  if (file === undefined) return [];
  const stats: Stats | undefined = await attempt(path, onUnreadable, () => stat(path));
  return stats?.isFile() ? [{ ...file, size: stats.size }] : [];
}

async function attempt<Result>(
  path: string,
  onUnreadable: OnUnreadable,
  look: () => Promise<Result>,
): Promise<Result | undefined> {
  try {
    return await look();
  } catch (cause) {
    onUnreadable(path, cause);
    return undefined;
  }
}

/** The sort is stable: within each kind the order stays. */
function conversationsFirst(left: FoundTranscript, right: FoundTranscript): number {
  return Number(left.role !== 'main') - Number(right.role !== 'main');
}

function byName(left: Dirent, right: Dirent): number {
  return left.name < right.name ? -1 : 1;
}
