import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runCommand, workspace } from '../scripts/run-command.ts';
import { allowed, faults } from './support/planted-faults.ts';

// The machine holds the layers and the budgets, and this shows that it would notice a fault: each one is planted in a
// copy of the configuration, in a folder of its own, and must be reported there.

const copied = [
  'biome.json',
  '.gitignore',
  'package.json',
  'tsconfig.base.json',
  'scripts/lint',
  'packages/core/tsconfig.json',
  ...[
    'core',
    'exposition',
    'prom-client',
    'opentelemetry',
    'conformance',
    'mixin',
    'claude-code',
    'node',
    'cli',
  ].map((name) => `packages/${name}/package.json`),
];

interface Diagnostic {
  readonly category: string;
  readonly location: { readonly path: string };
}

let folder: string;
let diagnostics: readonly Diagnostic[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'turnscope-layers-'));
  for (const path of copied)
    await cp(join(workspace, path), join(folder, path), { recursive: true });
  for (const { file, code } of faults) await plant(file, code);
  for (const [file, code] of Object.entries(allowed)) await plant(file, code);
  const report = join(folder, 'report.json');
  const args = [
    'check',
    '--max-diagnostics=none',
    '--reporter=json',
    `--reporter-file=${report}`,
    'packages',
  ];
  await runCommand('biome', args, { folder });
  diagnostics = JSON.parse(await readFile(report, 'utf8')).diagnostics;
});

afterAll(() => rm(folder, { recursive: true }));

describe('the lint rules refuse', () => {
  it.each(faults)('$name', ({ file, rule }) => {
    expect(rulesAgainst(file)).toContain(rule);
  });
});

describe('the lint rules allow', () => {
  it.each(Object.keys(allowed))('%s', (file) => {
    expect(rulesAgainst(file)).toEqual([]);
  });
});

describe('the compiler', () => {
  it('knows no name of Node in core', async () => {
    await plant('packages/core/src/uses-node.ts', 'export const x: unknown = process.version;\n');
    const { output } = await runCommand('tsc', ['-p', 'packages/core', '--noEmit'], { folder });
    expect(output).toMatch(/uses-node\.ts.*error TS\d+: Cannot find name 'process'/);
  });
});

async function plant(file: string, code: string): Promise<void> {
  const path = join(folder, file);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, code);
}

function rulesAgainst(file: string): readonly string[] {
  return diagnostics
    .filter(({ location }) => location.path === file)
    .map(({ category }) => category);
}
