import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';

/** Something a group of tests needs and a machine may lack. */
export interface Requirement {
  /** In the reader's words, for example "the tool prometheus". */
  readonly what: string;
  readonly found: boolean;
}

/** A folder that may be missing, and where it is when it is there. */
export interface FolderRequirement extends Requirement {
  /** Absolute. */
  readonly path: string;
}

const workspace = join(import.meta.dirname, '..', '..', '..');

/** A program on the PATH. */
export function tool(name: string): Requirement {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return { what: `the tool ${name}`, found: folders.some((folder) => runs(join(folder, name))) };
}

/** A folder; a relative path starts at the root of the workspace. */
export function folder(path: string): FolderRequirement {
  const absolute = resolve(workspace, path);
  return { what: `the folder ${path}`, found: existsSync(absolute), path: absolute };
}

function runs(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
