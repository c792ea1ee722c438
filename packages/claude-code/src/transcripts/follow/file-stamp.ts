import { type Stats, statSync } from 'node:fs';

/** What a look at a file tells of its content without reading it. */
export interface FileStamp {
  readonly size: number;
  /** Number of the file in its file system; the next file may get the number of one that is gone. */
  readonly inode: number;
  readonly device: number;
  /** Epoch milliseconds, by the clock of the file system. */
  readonly modifiedAt: number;
}

/** Undefined when no file stands there. Throws as the file system does when it cannot be told. */
export function stampOf(path: string): FileStamp | undefined {
  const stats: Stats | undefined = statSync(path, { throwIfNoEntry: false });
  if (!stats?.isFile()) return undefined;
  return { size: stats.size, inode: stats.ino, device: stats.dev, modifiedAt: stats.mtimeMs };
}

export function sameContent(left: FileStamp | undefined, right: FileStamp): boolean {
  return (
    left !== undefined &&
    left.size === right.size &&
    left.modifiedAt === right.modifiedAt &&
    sameFile(left, right)
  );
}

/** Whether both are the same file, whatever its name and content. */
export function sameFile(left: FileStamp, right: FileStamp): boolean {
  return left.inode === right.inode && left.device === right.device;
}
