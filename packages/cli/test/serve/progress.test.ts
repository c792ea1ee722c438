import { describe, expect, it } from '@jest/globals';
import { progressForms } from '../../src/serve/progress.ts';

const lastAt = new Date(2026, 7, 30, 14, 2, 11).getTime();
const progress = { ready: true, files: 31, bytes: 57_400_000, events: 1_234, turns: 1, lastAt };

describe('progressForms', () => {
  it('say what was read and when something last happened, shorter and shorter', () => {
    const forms = progressForms(progress, lastAt + 1_000);
    expect(forms).toEqual([
      '31 transcripts, 1,234 events, 1 turn, last activity 14:02:11',
      '31 files, 1,234 events, 1 turn, 14:02:11',
      '1,234 events, 1 turn, 14:02:11',
      '1 turn, 14:02:11',
      '1 turn',
    ]);
  });

  it('tell the day of what happened long ago', () => {
    const [longest] = progressForms(progress, lastAt + 86_400_000);
    expect(longest).toMatch(/last activity 2026-08-30 14:02$/);
  });

  it('say that nothing has happened yet', () => {
    const [longest, shorter] = progressForms({ ...progress, lastAt: undefined }, lastAt);
    expect(longest).toMatch(/, no activity yet$/);
    expect(shorter).toMatch(/, quiet$/);
  });

  it('say how much of what is there was read', () => {
    const [longest, , shortest] = progressForms({ ...progress, ready: false }, lastAt);
    expect(longest).toBe('Reading what is there: 57 MB');
    expect(shortest).toBe('57 MB');
  });

  it('are of one byte for each cell, whatever the time', () => {
    const all = [0, 86_400_000].flatMap((age) => progressForms(progress, lastAt + age));
    for (const form of all) expect(form).toMatch(/^[ -~]+$/);
  });
});
