import type { EventType } from '../events/event.ts';

/**
 * The door of the monitor: takes whatever a caller hands in as an event of a type. Never throws,
 * unless it was made strict.
 */
export type Intake = {
  readonly [Type in EventType]: (input: unknown) => void;
} & {
  /** An event that says its type itself. */
  readonly tagged: (input: unknown) => void;
  /** Does something that reads what a caller handed in; a getter or proxy that throws is refused. */
  readonly attempt: (action: () => void) => void;
};

const ignore = () => {};

/** The off state: takes everything and does nothing. */
export const offIntake: Intake = {
  turn: ignore,
  response: ignore,
  'response-update': ignore,
  exchange: ignore,
  retry: ignore,
  'tool-call': ignore,
  compaction: ignore,
  'process-start': ignore,
  'process-exit': ignore,
  restart: ignore,
  'conversation-start': ignore,
  'conversation-end': ignore,
  tagged: ignore,
  attempt: ignore,
};
