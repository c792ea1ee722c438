import { outcomeIndex, outcomes } from './closed-sets.ts';
import { EventRejection } from './rejection.ts';

/**
 * Checks of single fields. Each returns nothing when the field is right, so that checks chain with
 * `??` and a right event costs no allocation.
 */
export type Checked = EventRejection | undefined;

/** Longest label value and longest conversation id, in UTF-16 code units. */
const longestLabel = 256;
const longestId = 512;
/** Largest number: beyond it a sum no longer counts in ones, and a few events would make it infinite. */
const largestAmount = Number.MAX_SAFE_INTEGER;

/** A number from 0 to 2^53 - 1, or absent. */
export function checkAmount(path: string, value: unknown): Checked {
  return value === undefined || isAmount(value) ? undefined : wrongAmount(path, value);
}

/** A name that becomes a label value, or absent. */
export function checkLabel(path: string, value: unknown): Checked {
  return value === undefined || isText(value, longestLabel) ? undefined : wrongLabel(path, value);
}

/** The name that an event cannot do without: of a tool, say. */
export function checkRequiredLabel(path: string, value: unknown): Checked {
  return isText(value, longestLabel) ? undefined : wrongLabel(path, value);
}

/** The id of a conversation, never absent. */
export function checkId(path: string, value: unknown): Checked {
  return isText(value, longestId) ? undefined : wrongText(path, value, longestId);
}

/** A boolean, or absent. */
export function checkFlag(path: string, value: unknown): Checked {
  return value === undefined || typeof value === 'boolean' ? undefined : wrongFlag(path, value);
}

/** One word of a closed set, or absent. */
export function checkWord(path: string, value: unknown, words: readonly string[]): Checked {
  return value === undefined ? undefined : checkRequiredWord(path, value, words);
}

/** One word of a closed set, never absent. */
export function checkRequiredWord(path: string, value: unknown, words: readonly string[]): Checked {
  return words.includes(value as string) ? undefined : wrongWord(path, value, words);
}

/** An outcome, never absent. */
export function checkOutcome(path: string, value: unknown): Checked {
  return outcomeIndex(value) >= 0 ? undefined : wrongWord(path, value, outcomes);
}

// The functions above are small so that the compiler inlines them into the recording path; what is
// slow and rare, telling what is wrong, stands below.

/** Whether a value is a number that can be counted: not negative, not beyond what sums hold. */
export function isAmount(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= largestAmount;
}

function isText(value: unknown, longest: number): boolean {
  return typeof value === 'string' && value.length > 0 && value.length <= longest;
}

function wrongAmount(path: string, value: unknown): EventRejection {
  if (typeof value !== 'number') {
    return new EventRejection('wrong_type', path, 'must be a number', value);
  }
  if (!Number.isFinite(value)) {
    return new EventRejection('not_finite', path, 'must be a finite number', value);
  }
  if (value < 0) return new EventRejection('negative', path, 'must be at least 0', value);
  return new EventRejection('too_large', path, `must be at most ${largestAmount}`, value);
}

function wrongLabel(path: string, value: unknown): EventRejection {
  return wrongText(path, value, longestLabel);
}

function wrongText(path: string, value: unknown, longest: number): EventRejection {
  if (value === undefined) return missing(path);
  if (typeof value !== 'string') {
    return new EventRejection('wrong_type', path, 'must be a string', value);
  }
  if (value.length === 0) return new EventRejection('empty', path, 'must not be empty', value);
  return new EventRejection('too_long', path, `must have at most ${longest} characters`, value);
}

function wrongFlag(path: string, value: unknown): EventRejection {
  return new EventRejection('wrong_type', path, 'must be true or false', value);
}

function wrongWord(path: string, value: unknown, words: readonly string[]): EventRejection {
  if (value === undefined) return missing(path);
  if (typeof value !== 'string') {
    return new EventRejection('wrong_type', path, 'must be a string', value);
  }
  return new EventRejection('unknown_value', path, `must be one of ${words.join(', ')}`, value);
}

function missing(path: string): EventRejection {
  return new EventRejection('missing', path, 'is required', undefined);
}
