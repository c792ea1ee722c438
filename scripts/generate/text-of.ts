import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { workspace } from '../run-command.ts';

/** The text of a file of the workspace; undefined where there is none. */
export function textOf(path: string): string | undefined {
  try {
    return readFileSync(join(workspace, path), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
