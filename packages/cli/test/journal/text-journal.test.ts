import { describe, expect, it } from '@jest/globals';
import type { LogLevel } from '../../src/journal/journal.ts';
import { createTextJournal } from '../../src/journal/text-journal.ts';
import { resting } from '../../src/serve/milestones.ts';
import { createContext } from '../support/context.ts';

function tellAll(level: LogLevel) {
  const { terminal, said, warned } = createContext();
  const shown: string[] = [];
  const screen = { write: (text: string) => shown.push(text), columns: () => 80, colors: false };
  const journal = createTextJournal({ ...terminal, screen }, level);
  const progress = { ready: true, files: 1, bytes: 0, events: 0, turns: 0, lastAt: undefined };
  journal.milestone(resting);
  journal.problem('warn', 'a file is odd');
  journal.problem('error', 'an answer failed');
  journal.read({ lines: 2, events: 1 });
  journal.progress(progress, 0);
  journal.close();
  return { said: said.length, warned, shows: shown.length > 0 };
}

const failed = 'turnscope: an answer failed';
const odd = 'turnscope: a file is odd';

describe('createTextJournal', () => {
  it.each([
    { level: 'error', told: { said: 0, warned: [failed], shows: false } },
    { level: 'warn', told: { said: 0, warned: [odd, failed], shows: false } },
    { level: 'info', told: { said: 1, warned: [odd, failed], shows: true } },
    {
      level: 'debug',
      told: { said: 1, warned: [odd, failed, 'turnscope: read 2 lines, 1 event'], shows: true },
    },
  ] as const)('tells people as much as $level says', ({ level, told }) => {
    expect(tellAll(level)).toEqual(told);
  });

  it('leaves a failure to the command', () => {
    expect(createTextJournal(createContext().terminal, 'info').failure('x')).toBe(false);
  });
});
