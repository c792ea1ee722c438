import type { Screen, Terminal } from '../command-context.ts';

/** A terminal whose last line changes in place. */
export interface StatusTerminal extends Terminal {
  /** Shows this in the last line, in the longest of its forms that fits; the longest comes first. */
  show(forms: readonly string[]): void;
  /** Removes the line. It stays away until the next `show`. */
  clear(): void;
}

/** Left free at the end of a row, so that the `^C` of the user does not begin a new one. */
const margin = 3;

/**
 * Gives a terminal a status line, below everything that is said through what is returned. Where
 * there is no screen nothing is ever shown. One row, ASCII; nothing of it stays behind, and the
 * cursor is never hidden, so that a process that is killed leaves no broken terminal.
 */
export function withStatusLine(terminal: Terminal): StatusTerminal {
  const { screen } = terminal;
  if (screen === undefined) return { ...terminal, show: () => {}, clear: () => {} };
  return drawn(terminal, screen);
}

/** MUTABLE: the forms that are shown, and what the row holds now. */
function drawn(terminal: Terminal, screen: Screen): StatusTerminal {
  let forms: readonly string[] = [];
  let row = '';
  let columns = 0;

  function erase(): void {
    if (row !== '') screen.write(`${upOf(row, screen.columns())}\r\u001b[J`);
    row = '';
  }

  function draw(): void {
    const text = choose(forms, screen.columns() - margin);
    if (text === row && columns === screen.columns()) return;
    erase();
    columns = screen.columns();
    if (text !== '') screen.write(screen.colors ? `\u001b[2m${text}\u001b[22m` : text);
    row = text;
  }

  function above(tell: (line: string) => void): (line: string) => void {
    return (line) => {
      erase();
      tell(line);
      draw();
    };
  }

  return {
    screen,
    say: above(terminal.say),
    warn: above(terminal.warn),
    show(next) {
      forms = next;
      draw();
    },
    clear() {
      forms = [];
      erase();
    },
  };
}

function choose(forms: readonly string[], room: number): string {
  const fitting = forms.find((form) => form.length <= room);
  return fitting ?? (forms.at(-1) ?? '').slice(0, Math.max(0, room));
}

/** A window that became narrower has broken the row into several; the cursor stands in the last. */
function upOf(row: string, columns: number): string {
  const rows = Math.ceil(row.length / Math.max(1, columns)) - 1;
  return rows > 0 ? `\u001b[${rows}A` : '';
}
