import { describe, expect, it } from '@jest/globals';
import { generateMixin } from '@turnscope/mixin';
import { mixinOptions } from '../generate/mixin-options.ts';
import { runbookProblems } from '../generate/runbook-bodies.ts';
import { textOf } from '../generate/text-of.ts';

const files = generateMixin(mixinOptions, textOf);
const path = 'docs/runbooks/TurnscopeDown.md';
const page = files[path] ?? '';

describe('runbookProblems', () => {
  it('are none as it stands', () => {
    expect(runbookProblems(files)).toEqual([]);
  });

  it.each<[string, string, readonly string[]]>([
    ['a section', page.replace(/(?<=## Impact\n)[\s\S]+(?=\n## Diagnosis)/, ''), ['Impact']],
    ['a heading', page.replace('## Mitigation', '## What to do'), ['Mitigation']],
    [
      'everything',
      page.replace(/(?<=<!-- Written by hand.* -->\n)[\s\S]+(?=\n<!-- End)/, ''),
      ['Impact', 'Diagnosis', 'Mitigation'],
    ],
  ])('are told where somebody has taken out %s', (_, changed, sections) => {
    expect(runbookProblems({ ...files, [path]: changed })).toEqual(
      sections.map((section) => `${path} says nothing under "${section}"`),
    );
  });

  it('are told of a runbook whose alert is no more', () => {
    const { [path]: gone, ...others } = files;
    expect(gone).toBeDefined();
    expect(runbookProblems(others)).toEqual([expect.stringContaining(`${path} is about no alert`)]);
  });
});
