/** Why an event was refused; `unreadable`: it threw when it was read. */
export const rejectionReasons = [
  'not_an_object',
  'missing',
  'wrong_type',
  'not_finite',
  'negative',
  'too_large',
  'empty',
  'too_long',
  'unknown_value',
  'unreadable',
] as const;
export type RejectionReason = (typeof rejectionReasons)[number];

const shownCharacters = 60;

/** A refused event: what is wrong, where, and with which value. */
export class EventRejection {
  readonly reason: RejectionReason;
  /** One sentence: `turn.durationSeconds must be at least 0, got -3 (number)`. */
  readonly message: string;

  constructor(reason: RejectionReason, path: string, demand: string, value: unknown) {
    this.reason = reason;
    this.message = `${path} ${demand}, got ${show(value)}`;
  }
}

function show(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (typeof value === 'string') return JSON.stringify(shorten(value));
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint') {
    return `${value} (${typeof value})`;
  }
  return Array.isArray(value) ? 'an array' : `a value of type ${typeof value}`;
}

// Written so that minifying leaves it alone: one character beyond ASCII makes the published file twice as
// wide in memory, and an import of it slower.
const ellipsis = String.fromCharCode(...Uint16Array.of(0x2026));

function shorten(text: string): string {
  if (text.length <= shownCharacters) return text;
  return `${text.slice(0, shownCharacters)}${ellipsis} (${text.length} characters)`;
}
