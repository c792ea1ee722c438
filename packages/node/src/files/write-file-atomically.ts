import { constants } from 'node:fs';
import {
  type FileHandle,
  lstat,
  open,
  realpath,
  rename,
  unlink,
  writeFile,
} from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * Writes a file whole or not at all, also when the machine loses power: into a temporary file beside it,
 * which takes its name when it is on the disk. An existing file keeps its permissions, and a link its
 * place: the file that it leads to is replaced. What is no file, such as `/dev/stdout`, is written to as
 * it is. Rejects with the system's error; then the old file stands as before and nothing is left behind.
 */
export async function writeFileAtomically(path: string, text: string): Promise<void> {
  const target = await realpath(path).catch(() => path);
  const old = await lstat(target).catch(() => undefined);
  if (old !== undefined && !old.isFile()) {
    await writeFile(target, text);
    return;
  }
  const file = await openBeside(target);
  try {
    await fill(file.handle, text, old?.mode);
    await rename(file.path, target);
  } catch (error) {
    await unlink(file.path).catch(() => {});
    throw error;
  }
  await syncFolder(dirname(target));
}

const permissions = 0o7777;
/** Names that are tried: a process that was killed may have left one. */
const mostNames = 100;

async function openBeside(target: string): Promise<{ path: string; handle: FileHandle }> {
  for (let attempt = 0; ; attempt += 1) {
    const name = `.turnscope-${process.pid}-${attempt}.tmp`;
    const path = join(dirname(target), name);
    try {
      return { path, handle: await open(path, 'wx') };
    } catch (error) {
      if (!isTaken(error) || attempt >= mostNames) throw error;
    }
  }
}

async function fill(handle: FileHandle, text: string, mode: number | undefined): Promise<void> {
  try {
    if (mode !== undefined) await handle.chmod(mode & permissions);
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The new name, too, is on the disk then. Some file systems cannot do that, and need not. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, constants.O_RDONLY).catch(() => undefined);
  if (handle === undefined) return;
  await handle.sync().catch(() => {});
  await handle.close();
}

function isTaken(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'EEXIST';
}
