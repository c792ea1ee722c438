import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type ReaderNote, readNote } from './reader-note.ts';
import { isWithin } from './real-folder.ts';
import { isAlive } from './sign-of-life.ts';

/** Begins the name of every reader's folder in the state folder. */
export const entryPrefix = 'reader-';

/** A reader, and the name of its folder, which orders those that ask at the same time. */
export interface NamedNote extends ReaderNote {
  readonly name: string;
}

/** The living readers that read any of the folders, or a part of one; not `own`. Removes what the dead have left. */
export async function otherReaders(
  stateFolder: string,
  own: string,
  folders: readonly string[],
): Promise<readonly NamedNote[]> {
  const others: NamedNote[] = [];
  for (const name of await readdir(stateFolder)) {
    if (!name.startsWith(entryPrefix) || name === own) continue;
    const note = await livingNote(join(stateFolder, name));
    if (note !== undefined && overlap(note.folders, folders)) others.push({ ...note, name });
  }
  return others;
}

/** An entry without its note is one that comes or goes: its sign of life stands before the note is written. */
async function livingNote(entry: string): Promise<ReaderNote | undefined> {
  const note = await readNote(entry);
  if (note === undefined || (await isAlive(entry))) return note;
  await rm(entry, { recursive: true, force: true }).catch(() => {});
  return undefined;
}

function overlap(some: readonly string[], others: readonly string[]): boolean {
  return some.some((one) => others.some((other) => isWithin(one, other) || isWithin(other, one)));
}
