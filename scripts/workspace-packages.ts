import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { workspace } from './run-command.ts';

/** What we read of a package.json. */
export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly private?: boolean;
  readonly bin?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  /** What stands in the package.json of the published package instead. */
  readonly publishConfig?: {
    readonly exports?: Readonly<Record<string, { readonly default: string }>>;
  };
}

export interface WorkspacePackage {
  /** Absolute. */
  readonly folder: string;
  readonly manifest: Manifest;
}

/** Every package that is published: all below packages/ that are not private. */
export function publicPackages(): readonly WorkspacePackage[] {
  const packages = join(workspace, 'packages');
  return readdirSync(packages)
    .map((name) => readPackage(join(packages, name)))
    .filter(({ manifest }) => !manifest.private);
}

function readPackage(folder: string): WorkspacePackage {
  const text = readFileSync(join(folder, 'package.json'), 'utf8');
  return { folder, manifest: JSON.parse(text) as Manifest };
}
