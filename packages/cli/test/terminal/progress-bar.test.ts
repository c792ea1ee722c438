import { describe, expect, it } from '@jest/globals';
import { createProgressBar } from '../../src/terminal/progress-bar.ts';

function stage(columns = 80) {
  let now = 0;
  const written: string[] = [];
  const screen = {
    write: (text: string) => written.push(text),
    columns: () => columns,
    colors: true,
  };
  const bar = createProgressBar(screen, { now: () => now });
  return { bar, written, pass: (milliseconds: number) => (now += milliseconds) };
}

const erase = '\u001b[2K';

describe('a progress bar', () => {
  it('is not shown for what is over within a second', () => {
    const { bar, written, pass } = stage();
    pass(999);
    bar.show('reading', 0.5);
    bar.clear();
    expect(written).toEqual([]);
  });

  it('shows the share and what is done, and leaves nothing behind', () => {
    const { bar, written, pass } = stage();
    pass(1_000);
    bar.show('reading 5 of 10 MB', 0.5);
    bar.clear();
    bar.clear();
    expect(written).toEqual([
      `${erase}[############............]  50 %  reading 5 of 10 MB\r`,
      erase,
    ]);
  });

  it('is drawn at most ten times a second', () => {
    const { bar, written, pass } = stage();
    pass(2_000);
    for (let share = 0; share < 1; share += 0.01) {
      bar.show('reading', share);
      pass(10);
    }
    expect(written.length).toBe(10);
  });

  it('fits into a narrow row, whatever the share', () => {
    const { bar, written, pass } = stage(20);
    for (const share of [-1, 0, 0.3, 1, 7, Number.NaN]) {
      pass(1_000);
      bar.show('reading', share);
    }
    const rows = written.map((text) => text.slice(erase.length, -1));
    expect(rows.filter((row) => row.length !== 19)).toEqual([]);
  });

  it('is nothing without a screen', () => {
    const bar = createProgressBar(undefined, { now: () => 5_000 });
    expect(() => {
      bar.show('reading', 0.5);
      bar.clear();
    }).not.toThrow();
  });
});
