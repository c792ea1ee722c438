const zero = 0x30;
/** So many digits are always a safe integer. */
const mostDigits = 15;

/** The number that stands from `start` to `end`, which is known to be one. */
export function decodeNumber(bytes: Buffer, start: number, end: number): number {
  let value = end - start <= mostDigits ? 0 : Number.NaN;
  for (let at = start; at < end && value >= 0; at += 1) {
    const digit = (bytes[at] as number) - zero;
    value = digit >= 0 && digit <= 9 ? value * 10 + digit : Number.NaN;
  }
  return value >= 0 ? value : Number(bytes.toString('latin1', start, end));
}
