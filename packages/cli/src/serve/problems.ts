import type { Terminal } from '../command-context.ts';
import { asSystemError } from '../system-error.ts';

/** Tells what goes wrong while the command runs. MUTABLE: remembers what it has told. */
export interface Problems {
  /** One line as it is. */
  tell(line: string): void;
  /** An error; the same message is told once, however often it comes. */
  tellOnce(what: string, error: unknown): void;
}

/** Messages remembered at most; beyond it the oldest may be told again. */
const mostRemembered = 100;

export function createProblems(terminal: Terminal): Problems {
  const told = new Set<string>();
  const tell = (line: string) => terminal.warn(`turnscope: ${line}`);
  return {
    tell,
    tellOnce(what, error) {
      const line = `${what}: ${asSystemError(error).message}`;
      if (told.has(line)) return;
      const [oldest] = told;
      if (oldest !== undefined && told.size >= mostRemembered) told.delete(oldest);
      told.add(line);
      tell(line);
    },
  };
}
