import { endOfObject, parseJson } from '../../transcripts/parse/decode-values.ts';
import { asObject, asText } from '../../transcripts/parse/raw-fields.ts';

/** What a line held, and whether a part of it was no message. */
export interface DecodedMessages {
  readonly values: readonly unknown[];
  readonly broken: boolean;
}

/** Places of a line where an object begins and does not end: each costs a look at the rest of the line. */
const mostOpenObjects = 8;
const objectStart = '{"';

/**
 * Decodes the text of one line. That is one message, or the array of all messages which
 * `--output-format json --verbose` writes. In any other line, where a process died while it wrote or a
 * library printed something, the messages are looked for: whole objects with a type and a session.
 */
export function decodeMessages(text: string): DecodedMessages {
  const whole = parseJson(text);
  if (whole === undefined) return { values: findMessages(text), broken: true };
  const { value } = whole;
  return { values: Array.isArray(value) ? value : [value], broken: false };
}

function findMessages(text: string): readonly unknown[] {
  const values: unknown[] = [];
  let open = 0;
  let start = text.indexOf(objectStart);
  while (start >= 0 && open < mostOpenObjects) {
    const length = endOfObject(text.slice(start));
    const value = length < 0 ? undefined : parseJson(text.slice(start, start + length))?.value;
    if (isMessage(value)) values.push(value);
    if (value === undefined) open += 1;
    start = text.indexOf(objectStart, start + (value === undefined ? objectStart.length : length));
  }
  return values;
}

/** What stands inside a message has a type at most. */
function isMessage(value: unknown): boolean {
  const raw = asObject<'type' | 'session_id'>(value);
  return asText(raw?.type) !== undefined && asText(raw?.session_id) !== undefined;
}
