import { realpath } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';

/**
 * The one path of a folder that may be reached by several. Of one that is not there yet, or may not
 * be looked at, as much as can be told. Expects an absolute path.
 */
export async function realFolder(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch {
    const parent = dirname(path);
    return parent === path ? path : join(await realFolder(parent), basename(path));
  }
}

/** Whether `inner` is `outer` or lies in it, at any depth. Expects real paths. */
export function isWithin(inner: string, outer: string): boolean {
  const way = relative(outer, inner);
  return way !== '..' && !way.startsWith(`..${sep}`);
}
