import { spawnSync } from 'node:child_process';
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

/** A module of Python that may be missing, and the Python that has it. */
export interface ModuleRequirement extends Requirement {
  readonly python: string;
}

const workspace = join(import.meta.dirname, '..', '..', '..');

/** A program on the PATH. */
export function tool(name: string): Requirement {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return { what: `the tool ${name}`, found: folders.some((folder) => runs(join(folder, name))) };
}

/**
 * A module of Python. A Python of the user's own may stand before the system's, which is the one that
 * packages of the system are for, so both are asked.
 */
export function pythonModule(name: string): ModuleRequirement {
  const python = ['python3', '/usr/bin/python3'].find((program) => imports(program, name));
  return {
    what: `the Python module ${name}`,
    found: python !== undefined,
    python: python ?? 'python3',
  };
}

/** A folder; a relative path starts at the root of the workspace. */
export function folder(path: string): FolderRequirement {
  const absolute = resolve(workspace, path);
  return { what: `the folder ${path}`, found: existsSync(absolute), path: absolute };
}

function imports(program: string, name: string): boolean {
  return spawnSync(program, ['-c', `import ${name}`], { stdio: 'ignore' }).status === 0;
}

function runs(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
