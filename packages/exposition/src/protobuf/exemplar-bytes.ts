import type { Exemplar } from '@turnscope/core';
import { ByteWriter } from './byte-writer.ts';
import { doubleSize, fieldSize, labelPairSize } from './message-sizes.ts';
import { timestampBytes } from './timestamp-bytes.ts';

const longestTimestamp = 32;

/** The content of an Exemplar message. */
export function exemplarBytes({ labels, value, at }: Exemplar): Uint8Array {
  const pairs = labels.map(([name, text]) => ({ name, text, size: labelPairSize(name, text) }));
  const most = pairs.reduce(
    (sum, { size }) => sum + fieldSize(size),
    doubleSize + longestTimestamp,
  );
  const writer = new ByteWriter(most);
  for (const { name, text, size } of pairs) {
    writer.byte(0x0a);
    writer.varint(size);
    writer.byte(0x0a);
    writer.text(name);
    writer.byte(0x12);
    writer.text(text);
  }
  writer.byte(0x11);
  writer.double(value);
  if (at !== undefined) {
    writer.byte(0x1a);
    writer.bytes(timestampBytes(at));
  }
  return writer.take();
}
