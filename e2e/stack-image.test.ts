import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, glob, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { runCommand, workspace } from '../scripts/run-command.ts';
import { stackFile } from './support/stack-files.ts';

// What `docker build` does, without Docker: the RUN steps of the Dockerfile on what .dockerignore lets through.

let root: string;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'turnscope-image-'));
  const context = join(root, 'workspace');
  const ignore = stackFile('.dockerignore').trim().split('\n');
  const dropped = new Set(
    ignore.filter((line) => line.startsWith('**/')).map((line) => line.slice('**/'.length)),
  );
  for (const line of ignore.filter((each) => each.startsWith('!'))) {
    for await (const path of glob(line.slice(1), { cwd: workspace })) {
      await cp(join(workspace, path), join(context, path), {
        recursive: true,
        filter: (source) => !source.split(sep).some((name) => dropped.has(name)),
      });
    }
  }
  for (const [, step = ''] of stackFile('Dockerfile').matchAll(/^RUN (.+)$/gm)) {
    const [command = '', ...args] = step.replaceAll('/exporter', join(root, 'exporter')).split(' ');
    const { code, output } = await runCommand(command, args, { folder: context });
    if (code !== 0) throw new Error(`${step} failed:\n${output}`);
  }
});

afterAll(() => rm(root, { recursive: true }));

it('the image holds a command that runs, and no source', async () => {
  const main = join(root, 'exporter', 'dist', 'main.js');
  const child = spawn(process.execPath, [main, '--version'], {
    env: { HOME: root },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [text] = await once(child.stdout, 'data');
  await once(child, 'close');
  expect(String(text)).toMatch(/^\d+\.\d+\.\d+\n$/);
  const sources = glob('{src,node_modules/@turnscope/*/src}', { cwd: join(root, 'exporter') });
  for await (const path of sources) throw new Error(`${path} is in the image`);
});
