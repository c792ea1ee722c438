import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { bodiesModule, bodyOf, missingSections } from '@turnscope/mixin';
import { workspace } from '../run-command.ts';

const folder = 'docs/runbooks';

/** The module that brings the bodies of these runbooks to users, as text by path. */
export function writtenBodiesModule(
  files: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const bodies = runbooksOf(files).map(([path, page]) => [basename(path, '.md'), bodyOf(page)]);
  const module = bodiesModule(Object.fromEntries(bodies));
  return { 'packages/mixin/src/runbooks/written-bodies.ts': module };
}

/** What is wrong with the runbooks: something unsaid, or nothing that they are about. */
export function runbookProblems(files: Readonly<Record<string, string>>): readonly string[] {
  const unsaid = runbooksOf(files).flatMap(([path, page]) =>
    missingSections(bodyOf(page)).map((section) => `${path} says nothing under "${section}"`),
  );
  const there = readdirSync(join(workspace, folder)).map((name) => `${folder}/${name}`);
  const orphans = there
    .filter((path) => !Object.hasOwn(files, path))
    .map((path) => `${path} is about no alert; delete it, or take its body where it belongs`);
  return [...unsaid, ...orphans];
}

function runbooksOf(files: Readonly<Record<string, string>>) {
  return Object.entries(files).filter(([path]) => path.startsWith(`${folder}/`));
}
