import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { presentFolders } from '../../src/report/present-folders.ts';
import { useTemporaryFolder } from '../support/temporary-folder.ts';

const temporary = useTemporaryFolder();
const environment = () => ({
  variables: { CLAUDE_CONFIG_DIR: join(temporary(), 'claude') },
  homeFolder: temporary(),
  workingFolder: temporary(),
  hostName: 'here',
});

describe('the folders of a report', () => {
  it('are each read once', async () => {
    await mkdir(join(temporary(), 'mine', 'inner'), { recursive: true });
    const mine = join(temporary(), 'mine');
    expect(await presentFolders([mine, join(mine, 'inner'), mine], environment())).toEqual([mine]);
  });

  it('may be without that of Claude Code before its first run', async () => {
    const projects = join(temporary(), 'claude', 'projects');
    expect(await presentFolders([projects], environment())).toEqual([]);
  });

  it('must be there where somebody named them', async () => {
    const gone = join(temporary(), 'gone');
    await expect(presentFolders([gone], environment())).rejects.toMatchObject({
      exitCode: 2,
      message: `${gone} does not exist; name the folder that holds the transcripts with --transcripts DIR`,
    });
  });

  it('must be folders', async () => {
    await writeFile(join(temporary(), 'file'), '');
    await expect(presentFolders([join(temporary(), 'file')], environment())).rejects.toThrow(
      /is no folder/,
    );
  });
});
