import { ByteWriter } from './byte-writer.ts';

/** What a Timestamp takes at most. */
const longestTimestamp = 32;

/** The content of a Timestamp: seconds and nanoseconds of a time in epoch milliseconds. */
export function timestampBytes(milliseconds: number): Uint8Array {
  const seconds = Math.floor(milliseconds / 1000);
  const writer = new ByteWriter(longestTimestamp);
  writer.byte(0x08);
  writer.varint(seconds);
  writer.byte(0x10);
  writer.varint(Math.round((milliseconds - seconds * 1000) * 1e6));
  return writer.take();
}
