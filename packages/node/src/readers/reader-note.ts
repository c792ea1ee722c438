import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A process that reads folders. */
export interface FolderReader {
  readonly pid: number;
  /** Real paths. */
  readonly folders: readonly string[];
  /** Where its metrics are, once that is known. */
  readonly url?: string | undefined;
}

/** What a reader leaves for the others. */
export interface ReaderNote extends FolderReader {
  /** `asking` until it is known that nobody else reads the folders. */
  readonly state: 'asking' | 'reading';
}

const fileName = 'reader.json';

/** Writes the note of a reader into its folder, so that nobody ever sees half of it. */
export async function writeNote(folder: string, note: ReaderNote): Promise<void> {
  const draft = join(folder, `${fileName}.new`);
  await writeFile(draft, JSON.stringify(note));
  await rename(draft, join(folder, fileName));
}

/** The note in a reader's folder; undefined when there is none that makes sense. */
export async function readNote(folder: string): Promise<ReaderNote | undefined> {
  try {
    return parseNote(JSON.parse(await readFile(join(folder, fileName), 'utf8')));
  } catch {
    return undefined;
  }
}

function parseNote(value: unknown): ReaderNote | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { pid, folders, url, state } = value as Readonly<Record<string, unknown>>;
  if (typeof pid !== 'number' || !isTexts(folders)) return undefined;
  return {
    pid,
    folders,
    url: typeof url === 'string' ? url : undefined,
    state: state === 'asking' ? 'asking' : 'reading',
  };
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}
