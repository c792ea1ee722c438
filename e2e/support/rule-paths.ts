import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { workspace } from '../../scripts/run-command.ts';

const folder = join(workspace, 'rules');

/** The generated rule files, as far as there are some. */
export function rulePaths(): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yml'))
    .sort()
    .map((name) => join(folder, name));
}
