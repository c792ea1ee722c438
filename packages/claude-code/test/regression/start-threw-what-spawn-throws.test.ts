import { mkdir, rmdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { useAgents } from '../support/stage-agents.ts';
import { until } from '../support/until.ts';

const stage = useAgents();

// Node tells that a command is not there by an event, and throws that its folder is a file. A start that threw left the
// manager running, and a restart that threw ended the program.
it('says that no process could be started in a folder that is a file', async () => {
  const folder = join(stage.folder(), 'file');
  await writeFile(folder, '');
  const agents = stage.manager({ processes: { solo: 2 }, folder });
  await expect(agents.start()).rejects.toMatchObject({
    reason: 'start-failed',
    message: expect.stringContaining('solo-1 could not be started (spawn ENOTDIR)'),
  });
  expect(agents.isRunning).toBe(false);
});

it('gives a process up whose folder has become a file', async () => {
  const folder = join(stage.folder(), 'folder');
  await mkdir(folder);
  const agents = stage.manager({ processes: { solo: 1 }, folder, restarts: { restarts: 1 } });
  await agents.start();
  await rmdir(folder);
  await writeFile(folder, '');
  await expect(agents.send('#1 crash')).rejects.toMatchObject({ reason: 'process-died' });
  await until(() => agents.processes()[0]?.state === 'failed', 'it was given up');
});
