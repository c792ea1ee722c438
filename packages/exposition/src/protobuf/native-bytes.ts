import type { NativeHistogram } from '@turnscope/core';
import { ByteWriter, varintSize } from './byte-writer.ts';

/** Empty buckets that cost less as counts of 0 than as the beginning of another span. */
const zeros = [0, 0];
const longestGap = zeros.length;

/** Bytes that one span, one delta and the rest take at most. */
const spanRoom = 16;
const deltaRoom = 10;
const restRoom = 64;
const exemplarHead = 8;

/** Buckets side by side. `offset`: from the end of the span before, of the first from bucket 0. */
interface Span {
  readonly offset: number;
  length: number;
}

/**
 * The fields of a Histogram that make it a native one: schema, zero bucket, spans, deltas, exemplars, of which
 * the content of the messages is given. Even without a value it is one, because the threshold of its zero bucket is
 * above 0.
 */
export function nativeBytes(
  native: NativeHistogram,
  exemplars: readonly Uint8Array[] = [],
): Uint8Array {
  const { spans, deltas } = layOut(native);
  const exemplarRoom = exemplars.reduce((sum, { length }) => sum + length + exemplarHead, 0);
  const room = restRoom + spans.length * spanRoom + deltas.length * deltaRoom + exemplarRoom;
  const writer = new ByteWriter(room);
  writer.byte(0x28);
  writer.varint(zigzag(native.schema));
  writer.byte(0x31);
  writer.double(native.zeroThreshold);
  writer.byte(0x38);
  writer.varint(native.zeroCount);
  for (const { offset, length } of spans) {
    writer.byte(0x62);
    writer.varint(2 + varintSize(zigzag(offset)) + varintSize(length));
    writer.byte(0x08);
    writer.varint(zigzag(offset));
    writer.byte(0x10);
    writer.varint(length);
  }
  if (deltas.length > 0) packed(writer, deltas);
  for (const exemplar of exemplars) {
    writer.byte(0x82);
    writer.byte(0x01);
    writer.bytes(exemplar);
  }
  return writer.take();
}

function packed(writer: ByteWriter, deltas: readonly number[]): void {
  writer.byte(0x6a);
  writer.varint(deltas.reduce((size, delta) => size + varintSize(zigzag(delta)), 0));
  for (const delta of deltas) writer.varint(zigzag(delta));
}

/** The counts as differences, each from the one before it, and where they lie. */
function layOut({ lowest, counts }: NativeHistogram): { spans: Span[]; deltas: number[] } {
  const spans: Span[] = [];
  const shown: number[] = [];
  let end = 0;
  for (let at = 0; at < counts.length; at += 1) {
    const count = counts[at] ?? 0;
    if (count === 0) continue;
    const gap = lowest + at - end;
    const span = spans.at(-1);
    if (span === undefined || gap > longestGap) {
      spans.push({ offset: gap, length: 1 });
      shown.push(count);
    } else {
      span.length += gap + 1;
      shown.push(...zeros.slice(0, gap), count);
    }
    end = lowest + at + 1;
  }
  return { spans, deltas: shown.map((count, at) => count - (shown[at - 1] ?? 0)) };
}

/** A whole number of any sign as one without. */
function zigzag(value: number): number {
  return value < 0 ? -2 * value - 1 : 2 * value;
}
