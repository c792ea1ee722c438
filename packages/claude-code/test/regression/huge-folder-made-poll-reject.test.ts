import type { Stats } from 'node:fs';
import fs from 'node:fs/promises';
import { afterEach, expect, it, jest } from '@jest/globals';
import { findTranscripts } from '../../src/transcripts/locate/find-transcripts.ts';

afterEach(() => {
  jest.restoreAllMocks();
});

// More transcripts in one folder than a call can have arguments. The folder is simulated: writing
// so many files takes longer than all other tests together.
it('finds all transcripts of a folder of 150,000', async () => {
  const entry = (name: string) => ({ name, isDirectory: () => name === 'p' });
  const names = Array.from({ length: 150_000 }, (_, index) => `s${index}.jsonl`);
  const listing = (folder: unknown) => (folder === '/root' ? ['p'] : names).map(entry);
  jest.spyOn(fs, 'readdir').mockImplementation(async (folder) => listing(folder) as never);
  jest.spyOn(fs, 'stat').mockImplementation(async () => ({ isFile: () => true }) as Stats);
  expect(await findTranscripts('/root', () => {})).toHaveLength(150_000);
});
