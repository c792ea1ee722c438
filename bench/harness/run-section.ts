import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/**
 * Runs one section of the benchmark in a Node of its own, so that no section meets code that another
 * has warmed up or made megamorphic, and answers the JSON that it printed.
 */
export function runSection<Result>(
  file: string,
  args: readonly string[] = [],
  flags: readonly string[] = [],
): Result {
  const path = join(import.meta.dirname, '..', 'sections', file);
  const all = ['--conditions=@turnscope/source', ...flags, path, ...args];
  return JSON.parse(execFileSync(process.execPath, all, { encoding: 'utf8' })) as Result;
}
