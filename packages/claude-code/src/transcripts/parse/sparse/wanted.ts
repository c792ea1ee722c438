/**
 * Which parts of a JSON value are of interest. What is not named here is not decoded: an object
 * keeps its wanted fields, a list its items if they are wanted, else it is empty; any text, number
 * or word is kept, of a text with `head` at least that many characters if it has so many. Fields
 * that hold the same ids share one `Wanted` object, so that the same text is decoded once.
 */
export interface Wanted {
  readonly fields?: Readonly<Record<string, Wanted>>;
  readonly items?: Wanted;
  readonly head?: number;
}

/** A `Wanted` made ready for looking fields up by their bytes, for one decoder. */
export interface WantedValue {
  /** By the length of the name; undefined for objects of which nothing is wanted. */
  readonly fields: readonly (readonly WantedField[] | undefined)[] | undefined;
  readonly items: WantedValue | undefined;
  readonly head: number;
  /** MUTABLE: the text that stood here last; empty before the first. */
  last: string;
}

export interface WantedField {
  readonly name: string;
  readonly value: WantedValue;
}

/** Prepares a `Wanted` once for the many values of one decoder. */
export function prepareWanted(wanted: Wanted): WantedValue {
  return prepare(wanted, new Map());
}

function prepare(wanted: Wanted, prepared: Map<Wanted, WantedValue>): WantedValue {
  const known = prepared.get(wanted);
  if (known !== undefined) return known;
  const { fields, items, head } = wanted;
  const value = {
    fields: fields === undefined ? undefined : byLength(fields, prepared),
    items: items === undefined ? undefined : prepare(items, prepared),
    head: head ?? Number.POSITIVE_INFINITY,
    last: '',
  };
  prepared.set(wanted, value);
  return value;
}

function byLength(
  fields: Readonly<Record<string, Wanted>>,
  prepared: Map<Wanted, WantedValue>,
): readonly (readonly WantedField[] | undefined)[] {
  const named = Object.entries(fields).map(([name, wanted]) => ({
    name,
    value: prepare(wanted, prepared),
  }));
  const longest = Math.max(...named.map(({ name }) => name.length));
  return Array.from({ length: longest + 1 }, (_, length) => {
    const candidates = named.filter(({ name }) => name.length === length);
    return candidates.length === 0 ? undefined : candidates;
  });
}

/** The wanted field whose name stands from `start` to `end`. */
export function findField(
  fields: WantedValue['fields'],
  bytes: Uint8Array,
  start: number,
  end: number,
): WantedField | undefined {
  const candidates = fields?.[Math.min(end - start, fields.length - 1)];
  if (candidates === undefined) return undefined;
  for (const candidate of candidates) {
    if (standsAt(candidate.name, bytes, start, end)) return candidate;
  }
  return undefined;
}

/** Whether the bytes from `start` to `end` are this text, all of it ASCII. */
export function standsAt(text: string, bytes: Uint8Array, start: number, end: number): boolean {
  if (text.length !== end - start) return false;
  for (let index = 0; index < text.length; index += 1) {
    if (bytes[start + index] !== text.charCodeAt(index)) return false;
  }
  return true;
}
