import { describe, expect, it } from '@jest/globals';
import { createTextJournal } from '../../src/journal/text-journal.ts';
import { createProblems } from '../../src/serve/problems.ts';
import { createContext } from '../support/context.ts';

describe('createProblems', () => {
  it('tells the same error once, and another one too', () => {
    const { terminal, warned } = createContext();
    const problems = createProblems(createTextJournal(terminal, 'info'));
    problems.tellOnce('reading failed', new Error('a'));
    problems.tellOnce('reading failed', new Error('a'));
    problems.tellOnce('reading failed', 'b');
    expect(warned).toEqual(['turnscope: reading failed: a', 'turnscope: reading failed: b']);
  });

  it('does not remember without end', () => {
    const { terminal, warned } = createContext();
    const problems = createProblems(createTextJournal(terminal, 'info'));
    for (let at = 0; at <= 100; at += 1) problems.tellOnce('failed', at);
    problems.tellOnce('failed', 0);
    expect(warned.length).toBe(102);
  });
});
