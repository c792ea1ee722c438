import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Corpus } from './corpus.ts';

/** What one reading of the corpus cost. */
export interface Cost {
  /** Of the processor, the system's work included. What else runs on the machine does not add to it. */
  readonly cpuSeconds: number;
  readonly peakMegabytes: number;
}

/** A program that reads the whole corpus. */
export interface Reader {
  readonly name: string;
  /** Undefined where the program is not there or fails. */
  read(corpus: Corpus): Cost | undefined;
}

/** All that are compared; the first is what the others' ratios are of. */
export const readers: readonly Reader[] = [
  nodeReader('readline + JSON.parse', 'readline.js'),
  nodeReader('Turnscope', 'turnscope.js'),
  { name: 'wc -l', read: ({ files }) => timed(['wc', '-l', ...files]) },
  {
    name: `ccusage ${versionOf('ccusage')}`,
    read: ({ configFolder }) => timed([ccusage(), 'daily', '--json', '--offline'], configFolder),
  },
];

/** A program of ours: it tells what its reading cost, without the start of Node and the imports. */
function nodeReader(name: string, file: string): Reader {
  const path = join(import.meta.dirname, 'subjects', file);
  return {
    name,
    read({ transcripts }) {
      const command = [...oneCore(), process.execPath, path, transcripts];
      const { status, stdout } = run(command);
      return status === 0 ? (JSON.parse(stdout) as Cost) : undefined;
    },
  };
}

/** Any other program: GNU time tells what all of it cost, its children included. */
function timed(command: readonly string[], home?: string): Cost | undefined {
  const time = ['/usr/bin/time', '--format=%U %S %M'];
  const { status, stderr } = run([...oneCore(), ...time, ...command], home);
  const [user, system, kilobytes] = (stderr.trim().split('\n').at(-1) ?? '').split(' ').map(Number);
  if (status !== 0 || user === undefined || system === undefined || kilobytes === undefined) return;
  return { cpuSeconds: user + system, peakMegabytes: kilobytes / 1000 };
}

function run([program = '', ...args]: readonly string[], home?: string) {
  const own = home === undefined ? {} : { HOME: home, CLAUDE_CONFIG_DIR: home };
  const env = { ...process.env, ...own };
  return spawnSync(program, args, { encoding: 'utf8', maxBuffer: 2 ** 28, env });
}

/** Where the system can, a program is kept on one core: the garbage collector has threads of its own. */
function oneCore(): readonly string[] {
  const pinned = ['taskset', '-c', '0'];
  return run([...pinned, 'true']).status === 0 ? pinned : [];
}

function versionOf(name: string): string {
  const manifest = manifestOf(name);
  return manifest === undefined ? '' : JSON.parse(readFileSync(manifest, 'utf8')).version;
}

/** Its native program, without the start of Node in front of it, which otherwise makes it executable. */
function ccusage(): string {
  const { platform, arch } = process;
  const suffix = platform === 'win32' ? '.exe' : '';
  try {
    const { resolve } = createRequire(manifestOf('ccusage') ?? import.meta.url);
    const program = resolve(`@ccusage/ccusage-${platform}-${arch}/bin/ccusage${suffix}`);
    chmodSync(program, 0o755);
    return program;
  } catch {
    return '';
  }
}

function manifestOf(name: string): string | undefined {
  try {
    return createRequire(import.meta.url).resolve(`${name}/package.json`);
  } catch {
    return undefined;
  }
}
