import { textSize, varintSize } from './byte-writer.ts';

/** How many bytes a field with a length takes: one for the tag, the length, the content. */
export function fieldSize(content: number): number {
  return 1 + varintSize(content) + content;
}

/** The content of a LabelPair. */
export function labelPairSize(name: string, value: string): number {
  return fieldSize(textSize(name)) + fieldSize(textSize(value));
}

/** A tag and a double. */
export const doubleSize = 9;

/** The content of a Bucket with its cumulative count. */
export function bucketSize(count: number, exemplar: Uint8Array | undefined): number {
  const plain = 1 + varintSize(count) + doubleSize;
  return exemplar === undefined ? plain : plain + fieldSize(exemplar.length);
}
