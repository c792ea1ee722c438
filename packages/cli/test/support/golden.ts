import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@jest/globals';

const folder = join(import.meta.dirname, '..', 'report', 'goldens');

/** Compares with a file that people have read and found good. `UPDATE_GOLDENS=1` writes it anew, to be read again. */
export function expectGolden(name: string, text: string): void {
  const path = join(folder, name);
  if (process.env['UPDATE_GOLDENS']) writeFileSync(path, text);
  expect(text).toBe(readFileSync(path, 'utf8'));
}
