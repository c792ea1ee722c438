import type { ProcessStartKind } from '@turnscope/core';

/** What in a transcript shows that another process writes it from here on. */
export type StartIndicator =
  | 'startup-hook'
  | 'resume-hook'
  | 'version-change'
  | 'line-after-exit'
  | 'resume-filler'
  | 'glued-line';

/**
 * The indicators, strongest first, and what kind of start each shows. No line says "a process
 * started", so this table is all there is. None of them is a restart: a person came back, nobody
 * supervised anything.
 *
 * Not in the table, since a living process does the same:
 * - `SessionStart:clear`, `SessionStart:compact`: the process goes on with an emptied context;
 * - a gap in time: people pause for hours in front of a living process;
 * - a turn without an end: it may be waiting for a permission, or the file may be a slice;
 * - `summary` lines: in real files they only stand beside a stronger indicator.
 */
export const startIndicators: readonly {
  readonly indicator: StartIndicator;
  readonly kind: ProcessStartKind;
}[] = [
  { indicator: 'startup-hook', kind: 'fresh' },
  { indicator: 'resume-hook', kind: 'resume' },
  { indicator: 'version-change', kind: 'resume' },
  { indicator: 'line-after-exit', kind: 'resume' },
  { indicator: 'resume-filler', kind: 'resume' },
  { indicator: 'glued-line', kind: 'resume' },
];

/** Several indicators within this time show one start: hooks run one after the other, a filler before them. */
export const oneStartMilliseconds = 10_000;
