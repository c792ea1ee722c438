const quote = 0x22;
const backslash = 0x5c;
const letterU = 0x75;

/** 1 for the characters of ASCII that a string holds as they are. */
const standsForItself = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte >= 0x20 && byte < 0x80 && byte !== quote && byte !== backslash ? 1 : 0,
);

/**
 * The text of a JSON string whose inside stands from `start` to `end`; of a text longer than
 * `head`, its first `head` characters and perhaps some more. Invalid UTF-8 becomes U+FFFD;
 * undefined where something stands there that no string may hold.
 */
export function decodeText(
  bytes: Buffer,
  start: number,
  end: number,
  head: number,
): string | undefined {
  const plainEnd = skipPlainAscii(bytes, start, Math.min(end, start + head));
  if (plainEnd === end || plainEnd - start >= head)
    return bytes.toString('latin1', start, plainEnd);
  const cut = end - start <= head ? end : endOfHead(bytes, plainEnd, end, start + head - plainEnd);
  try {
    return JSON.parse(`"${bytes.toString('utf8', start, cut)}"`);
  } catch {
    return undefined;
  }
}

/** Inside a string: to the first byte that does not stand for itself, at most to `end`. */
export function skipPlainAscii(bytes: Buffer, start: number, end: number): number {
  let at = start;
  while (at < end && standsForItself[bytes[at] as number] === 1) at += 1;
  return at;
}

/** To where at least `count` characters stand, never inside an escape or a character of several bytes. */
function endOfHead(bytes: Buffer, start: number, end: number, count: number): number {
  let at = start;
  for (let left = count; left > 0 && at < end; left -= 1) {
    at += bytes[at] === backslash ? escapeLength(bytes, at) : 1;
    while (at < end && isContinuation(bytes[at] as number)) at += 1;
  }
  return at;
}

function escapeLength(bytes: Buffer, at: number): number {
  return bytes[at + 1] === letterU ? 6 : 2;
}

function isContinuation(byte: number): boolean {
  return (byte & 0xc0) === 0x80;
}
