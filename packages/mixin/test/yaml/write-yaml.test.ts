import { expect, test } from '@jest/globals';
import { writeYaml } from '../../src/yaml/write-yaml.ts';

test('a comment on top, texts of several lines as blocks, nothing folded', () => {
  const long = 'word '.repeat(40).trim();
  expect(writeYaml('About\n\nthis.', { long, lines: 'a\nb' })).toBe(
    `# About\n\n# this.\n\nlong: ${long}\nlines: |-\n  a\n  b\n`,
  );
});

test('a comment stands above what it is about', () => {
  const comments = [{ path: ['list', 1], text: 'Why.' }];
  expect(writeYaml('', { list: [{ a: 1 }, { b: 2 }] }, comments)).toContain(
    '- a: 1\n  # Why.\n  - b: 2',
  );
});

test('a comment on nothing is refused', () => {
  expect(() => writeYaml('', { list: [] }, [{ path: ['list', 0], text: 'Why.' }])).toThrow(
    'nothing to comment on at list.0',
  );
});
