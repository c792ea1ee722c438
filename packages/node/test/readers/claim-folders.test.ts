import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { claimFolders, type FolderClaim } from '../../src/index.ts';

let root = '';
const claims: FolderClaim[] = [];
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'turnscope-node-'));
});
afterEach(async () => {
  for (const claim of claims.splice(0)) await claim.release();
  await rm(root, { recursive: true });
});

async function claim(pid: number, paths: string[], shared = false): Promise<FolderClaim> {
  const folders = paths.map((path) => join(root, path));
  const stateFolder = join(root, 'state');
  const made = await claimFolders({ stateFolder, folders, pid, shared });
  claims.push(made);
  return made;
}

describe('claimFolders', () => {
  it('finds no rival where nobody reads the folders', async () => {
    await claim(1, ['a']);
    expect((await claim(2, ['b', 'ab'])).rival).toBeUndefined();
  });

  it.each([
    { name: 'the same folder', first: ['a'], second: ['a'] },
    { name: 'one folder of several', first: ['a', 'b'], second: ['c', 'b'] },
    { name: 'a folder in it', first: ['a'], second: ['a/below'] },
    { name: 'a folder around it', first: ['a/below'], second: ['a'] },
    { name: 'a link to it', first: ['a'], second: ['link'] },
  ])('tells who reads $name, and where its metrics are', async ({ first, second }) => {
    await mkdir(join(root, 'a'));
    await symlink(join(root, 'a'), join(root, 'link'));
    const held = await claim(1, first);
    expect((await claim(2, second)).rival).toMatchObject({ pid: 1 });
    await held.announce('http://127.0.0.1:1');
    expect((await claim(3, second)).rival).toMatchObject({ pid: 1, url: 'http://127.0.0.1:1' });
  });

  it('lets one that shares read beside another, which it names, and the next sees both', async () => {
    const first = await claim(1, ['a']);
    const second = await claim(2, ['a'], true);
    expect(second.rival).toMatchObject({ pid: 1 });
    await first.release();
    expect((await claim(3, ['a'])).rival).toMatchObject({ pid: 2 });
  });

  it('is free again after the release, and leaves nothing', async () => {
    await (await claim(1, ['a'])).release();
    const second = await claim(2, ['a']);
    expect(second.rival).toBeUndefined();
    await second.release();
    expect(await readdir(join(root, 'state'))).toEqual([]);
  });

  it('has exactly one winner of many that ask at once', async () => {
    const asked = Array.from({ length: 12 }, async (_, pid) => {
      const made = await claim(pid, ['a']);
      if (made.rival !== undefined) await made.release();
      return made.rival;
    });
    const rivals = await Promise.all(asked);
    expect(rivals.filter((rival) => rival === undefined)).toHaveLength(1);
  });

  it('takes over from a process that was killed, and removes what it left', async () => {
    const dead = join(root, 'state', 'reader-dead');
    await mkdir(dead, { recursive: true });
    const note = { pid: process.pid, folders: [join(root, 'a')], state: 'reading' };
    await writeFile(join(dead, 'reader.json'), JSON.stringify(note));
    await leaveSocketOfKilledProcess(join(dead, 'socket'));
    expect(await readdir(dead)).toContain('socket');
    expect((await claim(2, ['a'])).rival).toBeUndefined();
    expect(await readdir(join(root, 'state'))).toHaveLength(1);
  });

  it.each(['{', '[]', 'null', '{"pid":"x"}', '{"pid":1,"folders":[1]}'])(
    'passes over a note that makes no sense: %s',
    async (text) => {
      await mkdir(join(root, 'state', 'reader-odd'), { recursive: true });
      await writeFile(join(root, 'state', 'reader-odd', 'reader.json'), text);
      expect((await claim(1, ['a'])).rival).toBeUndefined();
    },
  );

  it.each([
    { name: 'is a file', stateFolder: 'file', code: 'EEXIST' },
    { name: 'lies too deep for a socket', stateFolder: 'x'.repeat(100), code: 'ENAMETOOLONG' },
  ])('rejects when the state folder $name', async ({ stateFolder, code }) => {
    await writeFile(join(root, 'file'), '');
    const options = { folders: [root], pid: 1, shared: false };
    const claiming = claimFolders({ ...options, stateFolder: join(root, stateFolder) });
    await expect(claiming).rejects.toMatchObject({ code });
  });
});

async function leaveSocketOfKilledProcess(path: string): Promise<void> {
  const script = `require('node:net').createServer().listen(process.argv[1], () => console.log('up'))`;
  const child = spawn(process.execPath, ['--eval', script, path]);
  await once(child.stdout, 'data');
  child.kill('SIGKILL');
  await once(child, 'close');
}
