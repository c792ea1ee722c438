import { mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { distinctFolders } from '../../src/index.ts';

let root = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'turnscope-node-'));
  await mkdir(join(root, 'a', 'below'), { recursive: true });
  await mkdir(join(root, 'ab'));
  await symlink(join(root, 'a', 'below'), join(root, 'link'));
});
afterEach(() => rm(root, { recursive: true }));

describe('distinctFolders', () => {
  it.each([
    { name: 'folders apart', given: ['a', 'ab'], kept: ['a', 'ab'] },
    { name: 'the same twice', given: ['a', 'ab', 'a', 'a/'], kept: ['a', 'ab'] },
    { name: 'one in another, named first', given: ['a/below', 'a'], kept: ['a'] },
    { name: 'one in another, named last', given: ['a', 'a/below'], kept: ['a'] },
    { name: 'a link into another', given: ['link', 'a'], kept: ['a'] },
    { name: 'two ways to the same', given: ['link', 'a/below'], kept: ['link'] },
    { name: 'one that is not there, in one that is', given: ['a', 'a/later/x'], kept: ['a'] },
    { name: 'one that is not there, by a link', given: ['link/x', 'a/below/x'], kept: ['link/x'] },
    { name: 'a name that only begins alike', given: ['a', 'a..b'], kept: ['a', 'a..b'] },
  ])('keeps of $name what is needed', async ({ given, kept }) => {
    const folders = given.map((folder) => join(root, folder));
    expect(await distinctFolders(folders)).toEqual(kept.map((folder) => join(root, folder)));
  });
});
