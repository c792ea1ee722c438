import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { alerts } from '@turnscope/core';
import { generateMixin } from '../../src/generate-mixin.ts';
import { bodyOf, missingSections } from '../../src/runbooks/body.ts';
import { writtenBodies } from '../../src/runbooks/written-bodies.ts';
import { optionsWith } from '../support/mixin-options.ts';
import { promqlBlocks } from '../support/promql-blocks.ts';
import { unknownNames } from '../support/unknown-names.ts';

// The runbooks of this repository, as people read them.

const folder = join(import.meta.dirname, '../../../../docs/runbooks');
const pages = readdirSync(folder).map((file) => {
  const page = readFileSync(join(folder, file), 'utf8');
  return { name: basename(file, '.md'), page, body: bodyOf(page) };
});
const names = pages.map(({ name }) => name);

describe('docs/runbooks', () => {
  it('has a page for every alert, and none for what is no alert', () => {
    expect(names).toEqual(expect.arrayContaining(alerts.map(({ name }) => name)));
    const generated = Object.keys(generateMixin(optionsWith()));
    const runbooks = generated.filter((path) => path.startsWith('docs/runbooks/'));
    expect(names.toSorted()).toEqual(runbooks.map((path) => basename(path, '.md')).toSorted());
  });

  it('is what users of the package get', () => {
    expect(Object.fromEntries(pages.map(({ name, body }) => [name, body]))).toEqual(writtenBodies);
  });

  describe.each(pages)('$name', ({ body }) => {
    it('tells impact, diagnosis and mitigation', () => {
      expect(missingSections(body)).toEqual([]);
    });

    it('diagnoses by queries of what the catalogue has', () => {
      const queries = promqlBlocks(body);
      expect(queries.length).toBeGreaterThan(0);
      expect(queries.flatMap(unknownNames)).toEqual([]);
    });

    it('names other alerts by their names, and metrics that exist', () => {
      const mentioned = [...body.matchAll(/\bTurnscope[A-Z]\w+/g)].map(([name]) => name);
      expect(mentioned.filter((name) => !names.includes(name))).toEqual([]);
      const metrics = [...body.matchAll(/\bturnscope_\w+/g)].map(([name]) => name);
      expect(metrics.flatMap(unknownNames)).toEqual([]);
    });
  });
});
