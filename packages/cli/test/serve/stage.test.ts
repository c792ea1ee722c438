import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { setStage } from '../../src/serve/stage.ts';
import type { ServeFlags } from '../../src/settings/serve-flags.ts';
import { resolveSettings, type Settings } from '../../src/settings/settings.ts';
import { createContext } from '../support/context.ts';
import { useTemporaryFolder } from '../support/temporary-folder.ts';

const temporary = useTemporaryFolder();

function settings(flags: ServeFlags): Promise<Settings> {
  const { environment } = createContext({ homeFolder: temporary(), workingFolder: temporary() });
  return resolveSettings(flags, environment);
}

async function writeTranscript(): Promise<void> {
  const folder = join(temporary(), '.claude', 'projects', 'mine');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'conversation.jsonl'), '');
}

describe('setStage', () => {
  it('reads the transcripts when no demo is asked for, be there any or not', async () => {
    const stage = await setStage(await settings({}));
    expect(stage.demo).toBeUndefined();
    expect(stage.reading.folders).toEqual([join(temporary(), '.claude', 'projects')]);
    expect(stage.processTypes).toEqual(['strategic', 'tactical']);
  });

  it('reads a folder once that is given twice or lies in another', async () => {
    const stage = await setStage(await settings({ transcripts: ['/a/b', '/a', '/a', '/c'] }));
    expect(stage.reading.folders).toEqual(['/a', '/c']);
  });

  it('reads the transcripts when there are any, and leaves them as they are', async () => {
    await writeTranscript();
    const stage = await setStage(await settings({ demoIfEmpty: true }));
    expect(stage.demo).toBeUndefined();
    await stage.close();
    expect(existsSync(join(temporary(), '.claude', 'projects', 'mine'))).toBe(true);
  });

  it('plays the demo when there are none', async () => {
    const stage = await setStage(await settings({ demoIfEmpty: true }));
    expect(stage.demo).toBeDefined();
    expect(stage.processTypes).toEqual(['demo-strategic', 'demo-tactical']);
    await stage.close();
  });

  it('plays the demo in a folder of its own when asked to, and removes it', async () => {
    await writeTranscript();
    const stage = await setStage(await settings({ demo: true, demoAgents: 7 }));
    const [folder = ''] = stage.reading.folders;
    await stage.demo?.advance();
    expect(existsSync(folder)).toBe(true);
    expect(folder.startsWith(temporary())).toBe(false);
    await stage.close();
    expect(existsSync(folder)).toBe(false);
  });

  it('refuses a file in place of a folder as wrong usage', async () => {
    await mkdir(join(temporary(), '.claude'));
    await writeFile(join(temporary(), '.claude', 'projects'), '');
    await expect(setStage(await settings({ demoIfEmpty: true }))).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringMatching(/projects is no folder; .* with --transcripts DIR$/),
    });
  });
});
