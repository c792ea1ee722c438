import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CommandError, misused } from '../command-error.ts';
import { asSystemError } from '../system-error.ts';

/** Answers the text of a file by its path below a folder; undefined where there is none. */
export type Existing = (path: string) => string | undefined;

/**
 * What is in a folder, which need not be there. Asking throws a CommandError where something else stands in the way, such
 * as a file in the place of a folder.
 */
export function readExisting(folder: string): Existing {
  return (path) => {
    const file = join(folder, path);
    try {
      return readFileSync(file, 'utf8');
    } catch (cause) {
      const { code, message } = asSystemError(cause);
      if (code === 'ENOENT') return undefined;
      throw new CommandError(misused, unreadable(file, folder, { code, message }), { cause });
    }
  };
}

function unreadable(
  file: string,
  folder: string,
  { code, message }: ReturnType<typeof asSystemError>,
) {
  const other = 'or name another folder with --out DIR';
  if (code === 'ENOTDIR')
    return `${folder}, or a part of its path, is a file and no folder; move it away, ${other}`;
  if (code === 'EISDIR')
    return `${file} is a folder, where a file is to be written; move it away, ${other}`;
  return `${file} is there and cannot be read (${message}); make it readable, ${other}`;
}
