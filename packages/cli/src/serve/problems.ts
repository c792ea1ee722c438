import type { Journal } from '../journal/journal.ts';
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

export function createProblems(journal: Pick<Journal, 'problem'>): Problems {
  const told = new Set<string>();
  return {
    tell: (line) => journal.problem('warn', line),
    tellOnce(what, error) {
      const line = `${what}: ${asSystemError(error).message}`;
      if (told.has(line)) return;
      const [oldest] = told;
      if (oldest !== undefined && told.size >= mostRemembered) told.delete(oldest);
      told.add(line);
      journal.problem('error', line);
    },
  };
}
