import { describe, expect, it } from '@jest/globals';
import type { LogLevel } from '../../src/journal/journal.ts';
import { createJsonJournal } from '../../src/journal/json-journal.ts';
import { resting } from '../../src/serve/milestones.ts';

function tellAll(level: LogLevel): unknown[] {
  const lines: string[] = [];
  const journal = createJsonJournal((line) => lines.push(line), level, { now: () => 0 });
  journal.milestone({ ...resting, facts: { files: 3 } });
  journal.problem('warn', 'a file is odd');
  journal.problem('error', 'an answer failed');
  journal.read({ lines: 2, events: 1 });
  return lines.map((line) => JSON.parse(line));
}

const time = '1970-01-01T00:00:00.000Z';
const failed = { level: 'error', time, msg: 'an answer failed' };
const odd = { level: 'warn', time, msg: 'a file is odd' };
const rests = { level: 'info', time, files: 3, msg: 'demo rests' };
const read = { level: 'debug', time, lines: 2, events: 1, msg: 'read' };

describe('createJsonJournal', () => {
  it.each([
    { level: 'error', told: [failed] },
    { level: 'warn', told: [odd, failed] },
    { level: 'info', told: [rests, odd, failed] },
    { level: 'debug', told: [rests, odd, failed, read] },
  ] as const)('writes lines of JSON down to $level', ({ level, told }) => {
    expect(tellAll(level)).toEqual(told);
  });

  it('takes a failure upon itself', () => {
    const lines: string[] = [];
    const journal = createJsonJournal((line) => lines.push(line), 'error', { now: () => 0 });
    expect(journal.failure('the port is taken')).toBe(true);
    expect(lines).toEqual([`{"level":"error","time":"${time}","msg":"the port is taken"}`]);
  });
});
