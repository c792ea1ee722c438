import fs, { type Stats } from 'node:fs';
import { afterEach, expect, it, jest } from '@jest/globals';
import { TranscriptTree } from '../../src/transcripts/locate/transcript-tree.ts';

afterEach(() => {
  jest.restoreAllMocks();
});

// More transcripts in one folder than a call can have arguments. The folder is simulated: writing
// so many files takes longer than all other tests together.
it('finds all transcripts of a folder of 150,000', async () => {
  const entry = (name: string) => ({ name, isDirectory: () => name === 'p' });
  const names = Array.from({ length: 150_000 }, (_, index) => `s${index}.jsonl`);
  const listing = (folder: unknown) => (folder === '/root' ? ['p'] : names).map(entry);
  jest.spyOn(fs, 'readdirSync').mockImplementation((folder) => listing(folder) as never);
  jest.spyOn(fs, 'statSync').mockImplementation(() => ({ mtimeMs: 1 }) as Stats);
  const tree = new TranscriptTree(['/root'], () => {});
  await tree.look(0);
  expect(tree.files).toHaveLength(150_000);
});
