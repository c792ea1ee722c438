import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pseudoRandom } from '../harness/pseudo-random.ts';
import { createPools, SessionLines } from './session-lines.ts';

/** Transcripts on disk, made for one measurement. */
export interface Corpus extends Disposable {
  /** Where Claude Code would keep everything: `CLAUDE_CONFIG_DIR`. */
  readonly configFolder: string;
  /** Where the transcripts lie in it. */
  readonly transcripts: string;
  readonly files: readonly string[];
  readonly bytes: number;
}

const seed = 20261123;
/** Real sessions that people work in for a day come to a few megabytes. */
const bytesOfFile = 6 * 2 ** 20;

/**
 * Writes about `megabytes` of transcripts into a new temporary folder, the same bytes at every run;
 * the folder is gone when the corpus is disposed.
 */
export function createCorpus(megabytes: number): Corpus {
  const configFolder = mkdtempSync(join(tmpdir(), 'turnscope-corpus-'));
  const transcripts = join(configFolder, 'projects');
  const folder = join(transcripts, '-home-dev-project');
  mkdirSync(folder, { recursive: true });
  const draw = pseudoRandom(seed);
  const pools = createPools(draw);
  const files: string[] = [];
  let bytes = 0;
  while (bytes < megabytes * 1e6) {
    const session = new SessionLines(draw, pools);
    const path = join(folder, `${session.sessionId}.jsonl`);
    bytes += writeSession(path, session);
    files.push(path);
  }
  const remove = () => rmSync(configFolder, { recursive: true, force: true });
  return { configFolder, transcripts, files, bytes, [Symbol.dispose]: remove };
}

function writeSession(path: string, session: SessionLines): number {
  const file = openSync(path, 'w');
  let bytes = 0;
  while (bytes < bytesOfFile) bytes += writeSync(file, session.turn());
  closeSync(file);
  return bytes;
}
