import { chmod, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { openOutput } from '../../src/report/output.ts';
import { createContext } from '../support/context.ts';
import { useTemporaryFolder } from '../support/temporary-folder.ts';

const temporary = useTemporaryFolder();
const context = () => createContext({ homeFolder: '/home/ann', workingFolder: temporary() });

describe('a report', () => {
  it('is said on the terminal', async () => {
    const given = context();
    await (await openOutput(undefined, given))('one\ntwo\n');
    expect(given.said).toEqual(['one', 'two']);
  });

  it('is written into the file that is asked for, which is told beside it', async () => {
    const given = context();
    await (await openOutput('report.txt', given))('one\n');
    expect(await readFile(join(temporary(), 'report.txt'), 'utf8')).toBe('one\n');
    expect(given.said).toEqual([]);
    expect(given.warned).toEqual([`turnscope: wrote ${join(temporary(), 'report.txt')}`]);
  });

  it('is refused before a long read where its folder is missing', async () => {
    await expect(openOutput('gone/report.txt', context())).rejects.toMatchObject({
      exitCode: 2,
      message: `the folder ${join(temporary(), 'gone')} of --output does not exist; make it, or name another file`,
    });
  });

  it('is refused where the file is a folder', async () => {
    await mkdir(join(temporary(), 'taken'));
    await expect(openOutput('taken', context())).rejects.toMatchObject({
      exitCode: 2,
      message: `--output must name a file; ${join(temporary(), 'taken')} is a folder`,
    });
  });

  it('tells what to do where the folder is gone meanwhile', async () => {
    await mkdir(join(temporary(), 'gone'));
    const deliver = await openOutput('gone/report.txt', context());
    await rm(join(temporary(), 'gone'), { recursive: true });
    await expect(deliver('one\n')).rejects.toMatchObject({
      exitCode: 1,
      message: `${join(temporary(), 'gone', 'report.txt')} was not written: its folder is gone; make it, or name another file with --output FILE`,
    });
  });

  it('tells what to do where the disk is full', async () => {
    const deliver = await openOutput('/dev/full', context());
    await expect(deliver('one\n')).rejects.toMatchObject({
      exitCode: 1,
      message:
        '/dev/full was not written: the disk is full; free some space, or name another file with --output FILE',
    });
  });

  it('keeps the permissions of the file that it replaces, and nothing else stays', async () => {
    await writeFile(join(temporary(), 'old'), 'old');
    await chmod(join(temporary(), 'old'), 0o600);
    await (await openOutput('old', context()))('new\n');
    expect(await readFile(join(temporary(), 'old'), 'utf8')).toBe('new\n');
    expect(await readdir(temporary())).toEqual(['old']);
  });
});
