import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { runCommand } from './run-command.ts';
import { publicPackages } from './workspace-packages.ts';

/** Packs every public package into `destination`, as it would be published. Answers the tarballs' paths. */
export async function packPackages(destination: string): Promise<readonly string[]> {
  const [command, ...before] = pnpm();
  for (const { folder, manifest } of publicPackages()) {
    const args = [...before, 'pack', '--pack-destination', destination];
    const { code, output } = await runCommand(command, args, { folder });
    if (code !== 0) throw new Error(`pnpm pack of ${manifest.name} failed:\n${output}`);
  }
  return (await readdir(destination)).map((file) => join(destination, file));
}

/** A script of pnpm finds it on the PATH; a script started in another way need not. */
function pnpm(): readonly [string, ...string[]] {
  return process.env['npm_execpath']?.includes('pnpm') ? ['pnpm'] : ['npx', '-y', 'pnpm@12'];
}
