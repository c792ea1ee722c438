import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { packPackages } from '../scripts/pack-packages.ts';
import { type CommandResult, runCommand } from '../scripts/run-command.ts';
import { publicPackages } from '../scripts/workspace-packages.ts';

// What users get: the tarballs of all packages, installed by npm in an empty folder. Needs a build.

const manifests = publicPackages().map(({ manifest }) => manifest);
const names = manifests.map(({ name }) => name);

let root: string;
let user: string;
let tarballs: readonly string[];

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'turnscope-packed-'));
  user = await mkdtemp(join(tmpdir(), 'turnscope-user-'));
  tarballs = await packPackages(root);
  await writeFile(join(user, 'package.json'), '{ "private": true, "type": "module" }');
  await succeeds('npm', ['install', '--no-audit', '--no-fund', ...tarballs, '@types/node@22']);
});

afterAll(async () => {
  for (const folder of [root, user]) await rm(folder, { recursive: true });
});

describe.each(names)('%s as published', (name) => {
  it('can be imported', async () => {
    await succeeds('node', ['--input-type=module', '--eval', `await import('${name}')`]);
  });

  it('has types that a strict program accepts', async () => {
    await writeFile(
      join(user, 'program.ts'),
      `import * as published from '${name}';\nvoid published;\n`,
    );
    const options = ['--strict', '--noEmit', '--module', 'nodenext', '--target', 'es2023'];
    await succeeds('tsc', [...options, '--types', 'node', 'program.ts']);
  });

  it('names neither its sources nor the workspace', async () => {
    const manifest = await readFile(join(user, 'node_modules', name, 'package.json'), 'utf8');
    expect(manifest).not.toMatch(/@turnscope\/source|src\/|workspace:|catalog:/);
  });
});

describe('the tarballs', () => {
  it('hold package.json, README, LICENSE and dist only', async () => {
    for (const tarball of tarballs) {
      const { output } = await succeeds('tar', ['-tzf', tarball]);
      const others = output
        .trim()
        .split('\n')
        .filter((file) => !allowedFile.test(file));
      expect(others).toEqual([]);
    }
  });
});

describe('@turnscope/core', () => {
  it('is one file that imports nothing', async () => {
    const bundle = await readFile(join(user, 'node_modules/@turnscope/core/dist/index.js'), 'utf8');
    expect(bundle).not.toMatch(/(^|[;}\n])\s*import\b|\bfrom\s*["'`]|\bimport\(/);
  });
});

describe('@turnscope/opentelemetry', () => {
  it('loads no package of OpenTelemetry', async () => {
    const file = join(user, 'node_modules/@turnscope/opentelemetry/dist/index.js');
    expect(await readFile(file, 'utf8')).not.toContain('@opentelemetry/');
  });
});

describe('the command', () => {
  it('says its version', async () => {
    const { output } = await succeeds(join(user, 'node_modules', '.bin', 'turnscope'), [
      '--version',
    ]);
    expect(output.trim()).toBe(manifests.find(({ name }) => name === 'turnscope')?.version);
  });
});

const allowedFile =
  /^package\/(package\.json|README\.md|LICENSE|dist\/[^/].*\.(js|js\.map|d\.ts))$/;

async function succeeds(command: string, args: readonly string[]): Promise<CommandResult> {
  const result = await runCommand(command, args, { folder: user });
  if (result.code !== 0) throw new Error(`${command} ${args.join(' ')} failed:\n${result.output}`);
  return result;
}
