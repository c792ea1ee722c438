/** One JSON value of a line, and whether another stood before it. */
interface DecodedValue {
  readonly value: unknown;
  readonly glued: boolean;
}

/** The values of a line, and whether a part of it could not be decoded. */
export interface DecodedLine {
  readonly values: readonly DecodedValue[];
  readonly broken: boolean;
}

/** Each object on a line but the first stands for a process that died: more than a few are no transcript. */
const mostGlued = 16;

/**
 * Decodes the bytes of one line. A process that dies while writing leaves no newline, so the next
 * one's first object stands on the same line: such glued objects are decoded one after the other.
 * What is left over after the last of them makes the line broken. Invalid UTF-8 becomes U+FFFD.
 */
export function decodeValues(bytes: Buffer): DecodedLine {
  const text = bytes.toString('utf8').trim();
  if (text === '') return { values: [], broken: false };
  const whole = parseJson(text);
  if (whole !== undefined) return { values: [{ value: whole.value, glued: false }], broken: false };
  return decodeGlued(text);
}

function decodeGlued(text: string): DecodedLine {
  const values: DecodedValue[] = [];
  let rest = text;
  while (rest !== '') {
    const end = values.length < mostGlued ? endOfObject(rest) : -1;
    const parsed = end < 0 ? undefined : parseJson(rest.slice(0, end));
    if (parsed === undefined) return { values, broken: true };
    values.push({ value: parsed.value, glued: values.length > 0 });
    rest = rest.slice(end).trimStart();
  }
  return { values, broken: false };
}

/** Position behind the object at the beginning of `text`; -1 when there is none or it does not end. */
export function endOfObject(text: string): number {
  if (text[0] !== '{') return -1;
  const marks = /["{}]/g;
  let depth = 0;
  for (let mark = marks.exec(text); mark !== null; mark = marks.exec(text)) {
    if (mark[0] === '{') depth += 1;
    if (mark[0] === '}') depth -= 1;
    if (depth === 0) return marks.lastIndex;
    if (mark[0] === '"') marks.lastIndex = endOfString(text, marks.lastIndex);
  }
  return -1;
}

/** Position behind the quote that ends the string whose inside starts at `start`. */
function endOfString(text: string, start: number): number {
  let quote = text.indexOf('"', start);
  while (quote >= 0 && isEscaped(text, quote)) quote = text.indexOf('"', quote + 1);
  return quote < 0 ? text.length : quote + 1;
}

function isEscaped(text: string, position: number): boolean {
  let backslashes = 0;
  while (text[position - 1 - backslashes] === '\\') backslashes += 1;
  return backslashes % 2 === 1;
}

/** Wrapped, so that a valid `null` differs from no JSON at all. */
export function parseJson(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}
