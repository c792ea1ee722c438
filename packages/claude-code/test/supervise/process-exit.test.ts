import { describe, expect, it } from '@jest/globals';
import { type EndReason, exitWords, reasonOf } from '../../src/supervise/process-exit.ts';

const rows: readonly {
  code: number | null;
  signal: NodeJS.Signals | null;
  ended: EndReason | undefined;
  reason: string;
}[] = [
  { code: 0, signal: null, ended: undefined, reason: 'clean' },
  { code: 1, signal: null, ended: undefined, reason: 'crash' },
  { code: 143, signal: null, ended: undefined, reason: 'crash' },
  { code: null, signal: 'SIGKILL', ended: undefined, reason: 'killed' },
  { code: null, signal: 'SIGTERM', ended: undefined, reason: 'killed' },
  { code: null, signal: 'SIGTERM', ended: 'hang', reason: 'hang' },
  { code: null, signal: 'SIGKILL', ended: 'unhealthy', reason: 'unhealthy' },
  { code: 0, signal: null, ended: 'unhealthy', reason: 'unhealthy' },
  { code: 0, signal: null, ended: 'shutdown', reason: 'clean' },
  { code: null, signal: 'SIGTERM', ended: 'shutdown', reason: 'clean' },
  { code: null, signal: 'SIGKILL', ended: 'shutdown', reason: 'killed' },
];

describe('the reason of an exit', () => {
  it.each(rows)(
    'is $reason for code $code and signal $signal when told to end by $ended',
    (row) => {
      expect(reasonOf(row, row.ended)).toBe(row.reason);
    },
  );
});

describe('the words of an exit', () => {
  const exit = { pid: 7, code: 3, signal: null, reason: 'crash', complaint: '' } as const;

  it.each([
    [exit, 'ended with exit code 3'],
    [{ ...exit, code: null, signal: 'SIGKILL' as const }, 'was ended by SIGKILL'],
    [{ ...exit, error: new Error('spawn x ENOENT') }, 'could not be started (spawn x ENOENT)'],
  ])('%#', (each, words) => {
    expect(exitWords(each)).toBe(words);
  });
});
