import { type Dirent, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as otherWork } from 'node:timers/promises';
import { Attention } from './attention.ts';
import { asTranscriptFile, type TranscriptFile } from './transcript-file.ts';

/** Told about a path that could not be looked at; the others are found all the same. */
export type OnUnreadable = (path: string, cause: unknown) => void;

/** A folder as it was when it was last read. */
interface KnownFolder {
  readonly path: string;
  readonly attention: Attention;
  modifiedAt: number;
  children: readonly (KnownFolder | TranscriptFile)[];
}

/** Some file systems tell the time of a change in whole seconds: within one, a second change does not show. */
const unsettledMilliseconds = 3000;
/** Folders that are looked at before other work may run. */
const atATime = 128;

/**
 * The transcripts under some folders, at any depth. MUTABLE: what was found. A folder is read again
 * only when its time of change says that something came or went. A symbolic link to a file is
 * followed, one to a folder is not, since it may lead in circles.
 */
export class TranscriptTree {
  readonly #roots: readonly KnownFolder[];
  readonly #onUnreadable: OnUnreadable;
  #files: readonly TranscriptFile[] = [];
  #changed = false;
  #looks = 0;

  constructor(folders: readonly string[], onUnreadable: OnUnreadable) {
    this.#roots = folders.map(unknownFolder);
    this.#onUnreadable = onUnreadable;
  }

  /**
   * As of the last look: conversations first, since an agent's file may begin with a copy of one, and
   * else folder by folder in the order of their paths; through two folders twice.
   */
  get files(): readonly TranscriptFile[] {
    return this.#files;
  }

  /** Looks for what came and went; true when anything did. `now` is in epoch milliseconds. */
  async look(now: number): Promise<boolean> {
    this.#changed = false;
    for (const root of this.#roots) await this.#lookAt(root, now, true);
    if (this.#changed) this.#files = this.#roots.flatMap(filesOf).sort(conversationsFirst);
    return this.#changed;
  }

  async #lookAt(folder: KnownFolder, now: number, isRoot: boolean): Promise<void> {
    this.#looks += 1;
    if (this.#looks % atATime === 0) await otherWork();
    if (isRoot || folder.attention.isDue(now)) this.#refresh(folder, now, isRoot);
    for (const child of folder.children) {
      if ('children' in child) await this.#lookAt(child, now, false);
    }
  }

  /** A folder that cannot be read keeps its files: they are not gone. */
  #refresh(folder: KnownFolder, now: number, isRoot: boolean): void {
    try {
      const { mtimeMs } = statSync(folder.path);
      const settled = !folder.attention.changedWithin(unsettledMilliseconds, now);
      if (mtimeMs === folder.modifiedAt && settled) return;
      const entries = readdirSync(folder.path, { withFileTypes: true });
      if (mtimeMs !== folder.modifiedAt) folder.attention.changed(now);
      folder.modifiedAt = mtimeMs;
      this.#take(folder, entries);
    } catch (cause) {
      this.#onUnreadable(folder.path, cause);
      folder.attention.changed(now);
      if (isRoot) folder.modifiedAt = Number.NaN;
      if (isRoot && isGone(folder.path)) this.#take(folder, []);
    }
  }

  #take(folder: KnownFolder, entries: readonly Dirent[]): void {
    const before = new Map(folder.children.map((child) => [child.path, child]));
    const children = entries.toSorted(byName).flatMap((entry, index) => {
      const path = join(folder.path, entry.name);
      const known = before.get(path);
      if (known !== undefined && 'children' in known === entry.isDirectory()) return [known];
      if (entry.isDirectory()) return [unknownFolder(path, index)];
      return asTranscriptFile(path) ?? [];
    });
    const same =
      children.length === before.size &&
      children.every((child) => before.get(child.path) === child);
    if (!same) this.#changed = true;
    folder.children = children;
  }
}

function unknownFolder(path: string, index: number): KnownFolder {
  return { path, attention: new Attention(index), modifiedAt: Number.NaN, children: [] };
}

function filesOf(folder: KnownFolder): TranscriptFile[] {
  return folder.children.flatMap((child) => ('children' in child ? filesOf(child) : [child]));
}

/** The sort is stable: within each kind the order stays. */
function conversationsFirst(left: TranscriptFile, right: TranscriptFile): number {
  return Number(left.role !== 'main') - Number(right.role !== 'main');
}

function isGone(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false }) === undefined;
  } catch {
    return false;
  }
}

function byName(left: Dirent, right: Dirent): number {
  return left.name < right.name ? -1 : 1;
}
