import { spawnSync } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { generateMixin } from '@turnscope/mixin';
import { describeWith, tool } from '@turnscope/testing';
import { mixinOptions } from '../scripts/generate/mixin-options.ts';
import { workspace } from '../scripts/run-command.ts';
import { useBench } from './support/turnscope-command.ts';

// The command as it is built, as a process of its own. Needs a build.

const bench = useBench();
const dist = join(workspace, 'packages', 'cli', 'dist');

function generate(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(dist, 'main.js'), 'mixin', 'generate', ...args],
    {
      cwd: bench.folder(),
      env: { PATH: process.env['PATH'], ...bench.environment() },
      encoding: 'utf8',
    },
  );
  return { status, out: stdout, err: stderr };
}

const read = (path: string) => readFile(join(bench.folder(), 'turnscope-mixin', path), 'utf8');

describe('turnscope mixin generate', () => {
  it('writes the files of this repository, bodies of runbooks included', async () => {
    expect(generate()).toMatchObject({ status: 0, err: '' });
    const paths = Object.keys(generateMixin(mixinOptions));
    expect(await filesBelow(join(bench.folder(), 'turnscope-mixin'))).toEqual(paths.toSorted());
    for (const path of paths) {
      expect({ path, text: await read(path) }).toEqual({
        path,
        text: await readFile(join(workspace, path), 'utf8'),
      });
    }
  });

  it('says the same about what is wrong as serve does, with the code of wrong usage', () => {
    const { status, out, err } = generate('--config', 'gone.yaml');
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toMatch(/^turnscope: the configuration .*gone\.yaml cannot be read .*\n$/);
  });

  it('is loaded by nobody who does not ask for it', async () => {
    const atStart = await loadedFrom('main.js');
    const lazily = (await readdir(dist)).filter(
      (file) => file.endsWith('.js') && !atStart.has(file),
    );
    const importing = async (files: Iterable<string>) => {
      const texts = await Promise.all([...files].map((file) => readFile(join(dist, file), 'utf8')));
      return texts.filter((text) => text.includes('"@turnscope/mixin"')).length;
    };
    expect(await importing(atStart.keys())).toBe(0);
    expect(await importing(lazily)).toBeGreaterThan(0);
  });
});

describeWith(tool('promtool'), 'promtool', () => {
  it.each(['2.42', '2.53', '3'])('accepts what is written for Prometheus %s', (version) => {
    generate('--prometheus', version);
    const { status, stdout, stderr } = spawnSync(
      'promtool',
      ['check', 'config', 'prometheus.yml'],
      {
        cwd: join(bench.folder(), 'turnscope-mixin'),
        encoding: 'utf8',
      },
    );
    expect({ status, output: stdout + stderr }).toMatchObject({
      status: 0,
      output: expect.stringMatching(/SUCCESS: \d+ rules found/),
    });
  });
});

/** The files of the bundle that are loaded with one of them: those that it imports at once, and what these import. */
async function loadedFrom(file: string, known = new Set<string>()): Promise<ReadonlySet<string>> {
  known.add(file);
  const text = await readFile(join(dist, file), 'utf8');
  for (const [, next = ''] of text.matchAll(/(?:from|import)\s*["']\.\/([^"']+)["']/g)) {
    if (!known.has(next)) await loadedFrom(next, known);
  }
  return known;
}

/** Paths below a folder, in alphabetical order. */
async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .toSorted();
}
