import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { entryPrefix, type NamedNote, otherReaders } from './other-readers.ts';
import { type FolderReader, writeNote } from './reader-note.ts';
import { realFolder } from './real-folder.ts';
import { giveSign } from './sign-of-life.ts';

/** Who wants to read what. */
export interface ClaimOptions {
  /** Where readers find each other; made when missing. Shared by all that may meet. */
  readonly stateFolder: string;
  /** Absolute. They need not exist, and nothing is written into them. */
  readonly folders: readonly string[];
  readonly pid: number;
  /** True to read beside others. */
  readonly shared: boolean;
}

/** The word of this process that it reads some folders. */
export interface FolderClaim {
  /** Another that reads one of them, or a part of it. Without `shared` the claim is then worth nothing. */
  readonly rival: FolderReader | undefined;
  /** Tells others where the metrics are. */
  announce(url: string): Promise<void>;
  /** Takes the word back. */
  release(): Promise<void>;
}

const askAgainMs = 20;
/** One that asks for so long has stopped in the middle of it, and counts as one that reads. */
const mostRounds = 100;

/**
 * Claims folders for this process. Of several that claim the same at once, exactly one has no rival.
 * A reader that died, even by SIGKILL, is no rival. Rejects with the error of Node when the state
 * folder cannot be used.
 */
export async function claimFolders(options: ClaimOptions): Promise<FolderClaim> {
  const { stateFolder, pid, shared } = options;
  const folders = await Promise.all(options.folders.map(realFolder));
  await mkdir(stateFolder, { recursive: true, mode: 0o700 });
  const entry = await mkdtemp(join(stateFolder, entryPrefix));
  const sign = await giveSign(entry).catch((cause: unknown) => remove(entry, cause));
  await writeNote(entry, { pid, folders, state: shared ? 'reading' : 'asking' });
  const look = () => otherReaders(stateFolder, basename(entry), folders);
  const rival = shared ? (await look())[0] : await findRival(basename(entry), look);
  if (rival === undefined) await writeNote(entry, { pid, folders, state: 'reading' });
  return {
    rival,
    announce: (url) => writeNote(entry, { pid, folders, url, state: 'reading' }),
    async release() {
      await rm(entry, { recursive: true, force: true });
      await sign.close();
    },
  };
}

/**
 * Each shows itself before it looks, so of two that ask at once at least one sees the other. Who
 * sees a name before its own gives way; who sees a later one waits until that has given way, or has
 * begun to read because it looked before.
 */
async function findRival(
  own: string,
  look: () => Promise<readonly NamedNote[]>,
): Promise<FolderReader | undefined> {
  for (let round = 1; ; round += 1) {
    const others = await look();
    if (others.length === 0) return undefined;
    const reader = others.find(({ state }) => state === 'reading');
    const winner = reader ?? others.find(({ name }) => name < own || round === mostRounds);
    if (winner !== undefined) return winner;
    await pause(askAgainMs);
  }
}

async function remove(entry: string, cause: unknown): Promise<never> {
  await rm(entry, { recursive: true, force: true });
  throw cause;
}
