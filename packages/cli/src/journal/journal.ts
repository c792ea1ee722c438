import type { Progress } from '../serve/progress.ts';

/** How much is told, from little to much; each level tells what those before it tell. */
export const logLevels = ['error', 'warn', 'info', 'debug'] as const;
export type LogLevel = (typeof logLevels)[number];

/** `text` for people, `json` for programs: a line of JSON for each entry, on standard error. */
export const logFormats = ['text', 'json'] as const;
export type LogFormat = (typeof logFormats)[number];

export interface LogSettings {
  readonly level: LogLevel;
  readonly format: LogFormat;
}

/** Something in the life of serve, and the sentences that tell it to a person. */
export interface Milestone {
  readonly name: 'listening' | 'first read' | 'demo rests' | 'ended';
  /** For programs. */
  readonly facts: Readonly<Record<string, unknown>>;
  /** For people. */
  readonly lines: readonly string[];
}

/** What serve tells while it runs. */
export interface Journal {
  milestone(milestone: Milestone): void;
  /** Something that hinders the work and that somebody can put right. One line. */
  problem(level: 'error' | 'warn', line: string): void;
  /** The command ends because of this. True when it was told here; false leaves it to the caller. */
  failure(message: string): boolean;
  /** New lines were read. */
  read(facts: { readonly lines: number; readonly events: number }): void;
  /** How far it has come, for a person who looks on. */
  progress(progress: Progress, now: number): void;
  /** Leaves the terminal clean. */
  close(): void;
}

/** Whether a journal that tells as much as `level` tells this. */
export function tells(level: LogLevel, what: LogLevel): boolean {
  return logLevels.indexOf(what) <= logLevels.indexOf(level);
}
