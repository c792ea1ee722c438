import { expect, it } from '@jest/globals';
import { firstReadLine } from '../../src/serve/welcome.ts';

// Whoever typed `turnscope serve --demo` beside the command that named it was told that its address is taken.
it('the hint of a demo does not ask for a second serve beside the one that waits', () => {
  const nothing = { files: 0, events: 0, bytes: 0, lines: 0, parseErrors: 0 };
  const reading = { folders: ['/a'], from: 'now' } as const;
  const line = firstReadLine(nothing, {
    reading,
    processTypes: [],
    demo: undefined,
    close: async () => {},
  });
  expect(line).toBe(
    'Waiting for the first transcript. To see a demo, end this and begin with --demo.',
  );
});
