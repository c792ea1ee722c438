// Writes the files that derive from the catalogue. `--check` writes nothing and fails when one of them drifted, or
// when a runbook leaves something unsaid.

import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { generateMixin } from '@turnscope/mixin';
import { mixinOptions } from './generate/mixin-options.ts';
import { runbookProblems, writtenBodiesModule } from './generate/runbook-bodies.ts';
import { textOf } from './generate/text-of.ts';
import { workspace } from './run-command.ts';

const mixin = generateMixin(mixinOptions, textOf);
const generated: Readonly<Record<string, string>> = {
  ...mixin,
  ...writtenBodiesModule(mixin),
};
const isCheck = process.argv.includes('--check');

for (const [path, text] of Object.entries(generated)) {
  if (textOf(path) === text) continue;
  if (isCheck) {
    console.error(`${path} is not what the catalogue says. Run: pnpm generate`);
    process.exitCode = 1;
  } else {
    const file = join(workspace, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
    console.log(`wrote ${path}`);
  }
}

for (const problem of runbookProblems(mixin)) {
  console.error(problem);
  if (isCheck) process.exitCode = 1;
}
