// Checks each tarball, not the folder: only the tarball has the exports that users get.

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { packPackages } from './pack-packages.ts';

const folder = await mkdtemp(join(tmpdir(), 'turnscope-publint-'));
try {
  for (const tarball of await packPackages(folder)) await check(tarball);
} finally {
  await rm(folder, { recursive: true });
}

async function check(tarball: string): Promise<void> {
  const bytes = await readFile(tarball);
  const { messages, pkg } = await publint({
    pack: { tarball: new Uint8Array(bytes).buffer },
    strict: true,
  });
  for (const message of messages) {
    console.error(`${basename(tarball)}: ${formatMessage(message, pkg, { color: false })}`);
    process.exitCode = 1;
  }
}
