import { describe, expect, it } from '@jest/globals';
import { wrap } from '../../../src/report/render/wrap.ts';

describe('a text', () => {
  it.each([
    ['', []],
    ['  ', []],
    ['one', ['one']],
    ['one two three', ['one two', 'three']],
    ['one  two   three', ['one two', 'three']],
    ['abcdefghij', ['abcdefg', 'hij']],
    ['a abcdefghij b', ['a', 'abcdefg', 'hij b']],
    ['日本語 日本語', ['日本語', '日本語']],
    ['日本語日本', ['日本語', '日本']],
  ])('%j breaks into lines of 7 cells', (text, lines) => {
    expect(wrap(text, 7)).toEqual(lines);
  });
});
