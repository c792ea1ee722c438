import { describe, expect, it } from '@jest/globals';
import { withStatusLine } from '../../src/terminal/status-line.ts';

/** A terminal that keeps everything that is written to it, with escapes shown as `<...>`. */
function createTerminal(size = 80, colors = false) {
  const pieces: string[] = [];
  const window = { size };
  const screen = {
    write: (text: string) => void pieces.push(text),
    columns: () => window.size,
    colors,
  };
  return {
    window,
    terminal: {
      say: (line: string) => void pieces.push(`${line}\n`),
      warn: (line: string) => void pieces.push(`${line}\n`),
      screen,
    },
    written: () => pieces.splice(0).join('').replaceAll('\u001b', '<').replaceAll('\r', '|'),
  };
}

describe('withStatusLine', () => {
  it('shows nothing where there is no screen, and passes on what is said', () => {
    const { terminal, written } = createTerminal();
    const line = withStatusLine({ say: terminal.say, warn: terminal.warn });
    line.show(['a']);
    line.say('b');
    line.clear();
    expect(written()).toBe('b\n');
  });

  it('shows a line, and puts another in its place', () => {
    const { terminal, written } = createTerminal();
    const line = withStatusLine(terminal);
    line.show(['a']);
    line.show(['b']);
    expect(written()).toBe('a|<[Jb');
  });

  it('writes nothing when nothing has changed', () => {
    const { terminal, written } = createTerminal();
    const line = withStatusLine(terminal);
    line.show(['a']);
    line.show(['a']);
    expect(written()).toBe('a');
  });

  it.each(['say', 'warn'] as const)('lets what is told stand above it (%s)', (how) => {
    const { terminal, written } = createTerminal();
    const line = withStatusLine(terminal);
    line.show(['status']);
    line[how]('told');
    expect(written()).toBe('status|<[Jtold\nstatus');
  });

  it('leaves nothing behind', () => {
    const { terminal, written } = createTerminal();
    const line = withStatusLine(terminal);
    line.show(['status']);
    line.clear();
    line.say('told');
    expect(written()).toBe('status|<[Jtold\n');
  });

  it('is dim where colours are wanted', () => {
    const { terminal, written } = createTerminal(80, true);
    withStatusLine(terminal).show(['status']);
    expect(written()).toBe('<[2mstatus<[22m');
  });

  it.each([
    { columns: 13, shown: '1234567890' },
    { columns: 12, shown: '12345' },
    { columns: 8, shown: '12345' },
    { columns: 6, shown: '123' },
    { columns: 3, shown: '' },
    { columns: 0, shown: '' },
  ])('shows $shown in $columns columns', ({ columns, shown }) => {
    const { terminal, written } = createTerminal(columns);
    withStatusLine(terminal).show(['1234567890', '12345']);
    expect(written()).toBe(shown);
  });

  it('removes all rows into which a narrower window has broken it', () => {
    const { terminal, written, window } = createTerminal(20);
    const line = withStatusLine(terminal);
    line.show(['1234567890', '12345']);
    window.size = 8;
    line.show(['1234567890', '12345']);
    expect(written()).toBe('1234567890<[1A|<[J12345');
  });
});
