import type { EventInput, EventType } from './event.ts';
import { EventRejection } from './rejection.ts';

/** A right event, which is the caller's own object, or what is wrong with it. Nothing is copied. */
export type Parsed<Type extends EventType> = EventInput<Type> | EventRejection;

/** The fields of an event before anything is known of their values. */
export type Fields<Type extends EventType> = {
  readonly [Key in keyof EventInput<Type>]?: unknown;
};

export function isObject(input: unknown): input is object {
  return typeof input === 'object' && input !== null;
}

export function notAnObject(path: string, input: unknown): EventRejection {
  return new EventRejection('not_an_object', path, 'must be an object', input);
}

/** Checks an event, which may bring values for the labels with these names. */
export type Parse = (input: unknown, labelNames: readonly string[]) => unknown;

/** Whether reading an event throws: it has a getter, or is a proxy, that does. */
export function throwsOnReading(
  parse: Parse,
  input: unknown,
  labelNames: readonly string[],
): boolean {
  try {
    parse(input, labelNames);
    return false;
  } catch {
    return true;
  }
}
