import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { ClaudeCodeWorkers } from '../../src/index.ts';
import { useAgents } from '../support/stage-agents.ts';

const stage = useAgents();

// All wrote to one file beside it; whoever came first moved it away from under the others.
it('writes the metrics of several exports to one path, each of them whole', async () => {
  const workers = new ClaudeCodeWorkers();
  const path = join(stage.folder(), 'metrics.json');
  const exports = Array.from({ length: 5 }, () => workers.exportMetricsToFile(path));
  await Promise.all(exports);
  expect(JSON.parse(await readFile(path, 'utf8'))).toHaveProperty('metrics');
  expect(await readdir(stage.folder())).toEqual(['metrics.json']);
});
