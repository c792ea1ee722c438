import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What `promtool check rules` says of queries, each as a recording rule: its code, and its words. */
export function checkQueries(queries: readonly string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'turnscope-queries-'));
  const file = join(folder, 'rules.yml');
  const rules = queries.map((expr, at) => ({ record: `checked:query_${at}:once`, expr }));
  // JSON is YAML.
  writeFileSync(file, JSON.stringify({ groups: [{ name: 'checked', rules }] }));
  const { status, stdout, stderr } = spawnSync(
    'promtool',
    ['check', 'rules', '--lint-fatal', file],
    { encoding: 'utf8' },
  );
  rmSync(folder, { recursive: true });
  return { status, output: stdout + stderr };
}
