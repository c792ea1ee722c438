import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach } from '@jest/globals';
import { createDemo, type Demo, type DemoOptions } from '../../src/demo/index.ts';

/** A demo in a temporary folder, on a clock that the test sets. */
export interface Stage {
  readonly folder: string;
  readonly demo: Demo;
  readonly clock: { now(): number };
  /** Lets time pass and writes what has become due. */
  play(seconds: number): Promise<number>;
}

export const stageStart: number = Date.UTC(2026, 7, 1, 12);

const folders: string[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
});

export async function setStage(options: Partial<DemoOptions> = {}): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), 'turnscope-demo-'));
  folders.push(folder);
  let now = stageStart;
  const clock = { now: () => now };
  const demo = createDemo({ folder, clock, seed: 1, ...options });
  return {
    folder,
    demo,
    clock,
    play(seconds) {
      now += seconds * 1_000;
      return demo.advance();
    },
  };
}

/** The text of every file of a folder by its path inside it, in the order of paths. */
export async function readFiles(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((e) => join(e.parentPath, e.name));
  const files = new Map<string, string>();
  for (const path of paths.sort()) files.set(relative(folder, path), await readFile(path, 'utf8'));
  return files;
}

/** A transcript line, as far as these tests look into it. */
export interface Line {
  readonly type: string;
  readonly uuid: string;
  readonly parentUuid: string | null;
  readonly logicalParentUuid?: string;
  readonly timestamp: string;
  readonly sessionId: string;
  readonly version: string;
  readonly cwd: string;
  readonly isSidechain: boolean;
  readonly subtype?: string;
  readonly requestId?: string;
  readonly isCompactSummary?: boolean;
  readonly isApiErrorMessage?: boolean;
  readonly compactMetadata?: { readonly preTokens: number; readonly durationMs: number };
  readonly durationMs?: number;
  readonly data?: { readonly hookName: string };
  readonly message?: Message;
}

export interface Message {
  readonly id: string;
  readonly model: string;
  readonly content: string | readonly Block[];
  readonly stop_reason: string | null;
  readonly usage: {
    readonly input_tokens: number;
    readonly output_tokens: number;
    readonly cache_read_input_tokens: number;
    readonly cache_creation_input_tokens: number;
  };
}

export interface Block {
  readonly type: string;
  readonly text?: string;
  readonly is_error?: boolean;
  readonly tool_use_id?: string;
}

/** The lines of a file's text; fails on a line that is not JSON. */
export function parseLines(text: string): Line[] {
  return text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Line);
}
