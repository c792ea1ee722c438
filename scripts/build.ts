// Writes what is published into dist of each public package: declarations by tsc, JavaScript bundled by rolldown.
// Bundled, because importing sixty small modules takes ten times as long as importing one file.

import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { minify } from '@swc/core';
import { rolldown } from 'rolldown';
import { runCommand } from './run-command.ts';
import { publicPackages, type WorkspacePackage } from './workspace-packages.ts';

const packages = publicPackages();
for (const { folder } of packages) await rm(join(folder, 'dist'), { recursive: true, force: true });

const { code, output } = await runCommand('tsc', ['-b']);
if (code !== 0) {
  console.error(output);
  process.exit(code);
}
for (const each of packages) await bundle(each);

/** One file for each entry. What several entries share, and what is imported lazily, gets a file of its own. */
async function bundle({ folder, manifest }: WorkspacePackage): Promise<void> {
  const build = await rolldown({
    cwd: folder,
    input: entries({ folder, manifest }),
    platform: 'neutral',
    external: (id) => !isOwn(id, folder),
    transform: { target: 'node22.15' },
  });
  const dist = join(folder, 'dist');
  const written = await build.write({
    dir: dist,
    format: 'esm',
    chunkFileNames: '[name].js',
    sourcemap: true,
  });
  await build.close();
  for (const chunk of written.output) {
    // A file that only passes on what others export has no map, and nothing to shorten.
    if (chunk.type !== 'chunk' || chunk.map === null) continue;
    await shorten(join(dist, chunk.fileName), chunk.fileName);
  }
}

/**
 * Short names make an import a sixth faster; the source maps give stack traces their names back. By swc, because
 * rolldown writes every text as a template, which V8 takes an eighth longer to read (0.86 of the time for core).
 */
async function shorten(file: string, name: string): Promise<void> {
  const [source, content] = [await readFile(file, 'utf8'), await readFile(`${file}.map`, 'utf8')];
  const { code, map } = await minify(source, {
    module: true,
    ecma: 2022,
    compress: true,
    mangle: true,
    // swc takes what its types leave out: the map of the source, which its own is put behind.
    sourceMap: { filename: name, content } as unknown as boolean,
  });
  if (map === undefined) throw new Error(`${file} has no source map`);
  const [start] = /^#!.*\n/.exec(source) ?? [''];
  const body = code.startsWith('#!') ? code : `${start}${code}`;
  await writeFile(file, `${body}\n//# sourceMappingURL=${name}.map\n`);
  await writeFile(`${file}.map`, map);
}

/** Other packages stay imports; helpers for syntax that the target lacks (`await using`) are written into the file. */
function isOwn(id: string, folder: string): boolean {
  return id.startsWith('.') || id.startsWith(folder) || id.startsWith('@oxc-project/runtime');
}

/** dist/main.js comes from src/main.ts, whether package.json names it as an export or as a command. */
function entries({ folder, manifest }: WorkspacePackage): Record<string, string> {
  const published = [
    ...Object.values(manifest.publishConfig?.exports ?? {}).map((target) => target.default),
    ...Object.values(manifest.bin ?? {}),
  ];
  const names = published.map((file) => file.replace(/^(\.\/)?dist\//, '').replace(/\.js$/, ''));
  return Object.fromEntries(names.map((name) => [name, join(folder, 'src', `${name}.ts`)]));
}
