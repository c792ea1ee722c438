import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { writeFileAtomically } from '../../src/index.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'turnscope-files-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const at = (name: string) => join(folder, name);
const read = (name: string) => readFileSync(at(name), 'utf8');
const modeOf = (name: string) => statSync(at(name)).mode & 0o777;

describe('writing a file atomically', () => {
  it('makes a file that is not there', async () => {
    await writeFileAtomically(at('new'), 'text\n');
    expect(read('new')).toBe('text\n');
    expect(readdirSync(folder)).toEqual(['new']);
  });

  it('replaces one that is there and keeps its permissions', async () => {
    await writeFile(at('old'), 'old');
    await chmod(at('old'), 0o640);
    await writeFileAtomically(at('old'), 'new');
    expect([read('old'), modeOf('old')]).toEqual(['new', 0o640]);
    expect(readdirSync(folder)).toEqual(['old']);
  });

  it('replaces what a link leads to and leaves the link', async () => {
    await mkdir(at('elsewhere'));
    await writeFile(at('elsewhere/real'), 'old');
    symlinkSync(at('elsewhere/real'), at('link'));
    await writeFileAtomically(at('link'), 'new');
    expect([read('elsewhere/real'), read('link')]).toEqual(['new', 'new']);
    expect(readdirSync(folder).toSorted()).toEqual(['elsewhere', 'link']);
  });

  it('takes another name where a killed process left its temporary file', async () => {
    await writeFile(at(`.turnscope-${process.pid}-0.tmp`), 'half');
    await writeFileAtomically(at('new'), 'whole');
    expect(read('new')).toBe('whole');
    expect(read(`.turnscope-${process.pid}-0.tmp`)).toBe('half');
  });

  it('writes to what is no file as it is', async () => {
    await expect(writeFileAtomically('/dev/null', 'text')).resolves.toBeUndefined();
    expect(statSync('/dev/null').isFile()).toBe(false);
  });

  it('rejects with the error of the system when the folder is gone', async () => {
    await rm(folder, { recursive: true });
    await expect(writeFileAtomically(at('new'), 'text')).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('rejects and leaves nothing behind when the target is a folder', async () => {
    await mkdir(at('taken'));
    await expect(writeFileAtomically(at('taken'), 'text')).rejects.toMatchObject({
      code: 'EISDIR',
    });
    expect(readdirSync(folder)).toEqual(['taken']);
  });

  it('leaves the old file whole when the text may not grow so long', async () => {
    await writeFile(at('old'), 'old');
    const script = `
      const { writeFileAtomically } = await import('${join(import.meta.dirname, '../../src/index.ts')}');
      process.on('SIGXFSZ', () => {});
      const text = 'x'.repeat(100_000);
      await writeFileAtomically('${at('old')}', text).catch(({ code }) => console.log(code));`;
    const node = `'${process.execPath}' --conditions=@turnscope/source --input-type=module -`;
    const child = spawnSync('sh', ['-c', `ulimit -f 1; exec ${node}`], {
      input: script,
      encoding: 'utf8',
    });
    expect(child.stdout).toBe('EFBIG\n');
    expect(read('old')).toBe('old');
    expect(readdirSync(folder)).toEqual(['old']);
  });
});

const mayMount = mount(tmpdir(), 'probe');

describe('on a disk of 64 KiB', () => {
  const onDisk = mayMount ? it : it.skip;

  onDisk(
    `leaves the old file whole when it is full${mayMount ? '' : ' (needs a user who may mount)'}`,
    async () => {
      mount(folder, 'stay');
      try {
        await writeFileAtomically(at('old'), 'old');
        const text = 'x'.repeat(200_000);
        await expect(writeFileAtomically(at('old'), text)).rejects.toMatchObject({
          code: 'ENOSPC',
        });
        expect(read('old')).toBe('old');
        expect(readdirSync(folder)).toEqual(['old']);
      } finally {
        execFileSync('umount', [folder]);
      }
    },
  );
});

/** Whether it worked. To probe, it is mounted onto a folder of its own and removed again. */
function mount(parent: string, what: 'probe' | 'stay'): boolean {
  const target = what === 'probe' ? mkdtempSync(join(parent, 'turnscope-probe-')) : parent;
  const options = ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', target];
  const worked = spawnSync('mount', options, { stdio: 'ignore' }).status === 0;
  if (what === 'stay') return worked;
  if (worked) execFileSync('umount', [target]);
  rmSync(target, { recursive: true });
  return worked;
}
