import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from '@jest/globals';
import { workspace } from '../scripts/run-command.ts';

// Links of the documents to files of this repository, also by its address.

const repository = /^https:\/\/github\.com\/turnscope\/turnscope\/(?:blob|tree)\/main\//;
const documents = execFileSync('git', ['ls-files', '*.md'], { cwd: workspace, encoding: 'utf8' })
  .trim()
  .split('\n');

it.each(documents)('%s links to what is there', (document) => {
  expect(linksOf(document).filter((link) => !leadsSomewhere(link, document))).toEqual([]);
});

function linksOf(document: string): readonly string[] {
  return [...textOf(document).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
}

function leadsSomewhere(link: string, document: string): boolean {
  const inside = repository.test(link);
  if (!inside && /^https?:/.test(link)) return true;
  const [path = '', anchor] = link.replace(repository, '').split('#');
  const target = path === '' ? document : join(inside ? '' : dirname(document), path);
  if (!existsSync(join(workspace, target))) return false;
  return anchor === undefined || anchorsOf(target).includes(anchor);
}

function anchorsOf(target: string): readonly string[] {
  if (statSync(join(workspace, target)).isDirectory()) return [];
  return [...textOf(target).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\w\- ]/g, '')
      .replaceAll(' ', '-'),
  );
}

/** Without blocks of code, in which brackets are no links and `#` no headings. */
function textOf(document: string): string {
  return readFileSync(join(workspace, document), 'utf8').replace(/^```.*?^```/gms, '');
}
