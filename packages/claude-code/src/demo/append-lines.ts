import { appendFile, mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { DueLine } from './transcript.ts';

/**
 * Appends lines to their files, in their order, and makes the folders that are missing. Lines in a
 * row that go to one file are written at once, so memory holds 64 KiB of them, however many are due.
 *
 * @param written hears of each line once it is in its file.
 * @throws what the file system throws; the lines of that write may be missing or be there in part.
 */
export async function appendLines(
  lines: Iterable<DueLine>,
  written: (line: DueLine) => void,
): Promise<void> {
  let batch: DueLine[] = [];
  let size = 0;
  for (const line of lines) {
    if (size > maxBatchLength || (batch[0] !== undefined && batch[0].path !== line.path)) {
      await appendBatch(batch, written);
      batch = [];
      size = 0;
    }
    batch.push(line);
    size += line.text.length;
  }
  await appendBatch(batch, written);
}

const maxBatchLength = 65_536;

async function appendBatch(
  batch: readonly DueLine[],
  written: (line: DueLine) => void,
): Promise<void> {
  const [first] = batch;
  if (first === undefined) return;
  await mkdir(dirname(first.path), { recursive: true });
  await appendFile(first.path, batch.map((line) => `${line.text}\n`).join(''));
  batch.forEach(written);
}
