import { exemplarOf } from '../exemplar-of.ts';
import type { FamilyReading } from '../reading/family-reading.ts';
import { type ByteWriter, varintSize } from './byte-writer.ts';
import { exemplarBytes } from './exemplar-bytes.ts';
import { bucketSize, doubleSize, fieldSize } from './message-sizes.ts';
import { nativeBytes } from './native-bytes.ts';
import type { StartTimes } from './start-times.ts';

interface WrittenExemplar {
  /** Epoch milliseconds. */
  readonly time: number;
  readonly bytes: Uint8Array;
}

/**
 * Writes the histograms of a family: classic buckets with cumulative counts, +Inf last, native ones behind them
 * where there are such. Exemplars stand in the classic buckets, and behind native ones once more in the order
 * of time: there Prometheus 3 takes them all, and 2.42, which looks in the buckets, those that are later than the one before.
 */
export class HistogramWriter {
  readonly #reading: FamilyReading;
  readonly #bounds: readonly number[];
  readonly #sizes: Uint32Array;
  /** By the place of the bucket's cell. Kept from measuring, because the next one may be longer. */
  readonly #exemplars = new Map<number, WrittenExemplar>();

  readonly #natives: Uint8Array[] = [];
  readonly #starts: StartTimes;

  constructor(reading: FamilyReading, starts: StartTimes) {
    this.#reading = reading;
    this.#starts = starts;
    this.#bounds = [...(reading.family.bounds ?? []), Number.POSITIVE_INFINITY];
    this.#sizes = new Uint32Array(reading.series.length);
  }

  /** Bytes of the content of the histogram at a place. To be asked before it is written. */
  measure(at: number): number {
    const { cells, size } = this.#reading;
    const first = at * size;
    this.#keepExemplars(at);
    let content = doubleSize;
    let count = 0;
    for (let bucket = 0; bucket < this.#bounds.length; bucket += 1) {
      count += cells[first + bucket] ?? 0;
      content += fieldSize(bucketSize(count, this.#exemplars.get(first + bucket)?.bytes));
    }
    content += 1 + varintSize(count) + this.#measureNative(at) + this.#starts.measure(at);
    this.#sizes[at] = content;
    return content;
  }

  /** The length and the content. */
  write(writer: ByteWriter, at: number): void {
    const { cells, size } = this.#reading;
    const first = at * size;
    const sum = first + this.#bounds.length;
    writer.varint(this.#sizes[at] ?? 0);
    let count = 0;
    for (let cell = first; cell < sum; cell += 1) {
      count += cells[cell] ?? 0;
      this.#bucket(writer, cell, count);
    }
    writer.byte(0x08);
    writer.varint(count);
    writer.byte(0x11);
    writer.double(cells[sum] ?? 0);
    const native = this.#natives[at];
    if (native) writer.raw(native);
    this.#starts.write(writer, at, 0x7a);
  }

  #measureNative(at: number): number {
    const native = this.#reading.natives[at];
    if (native === undefined) return 0;
    const first = at * this.#reading.size;
    const exemplars = this.#bounds
      .map((_, bucket) => this.#exemplars.get(first + bucket))
      .filter((exemplar) => exemplar !== undefined)
      .sort((one, other) => one.time - other.time);
    const bytes = nativeBytes(
      native,
      exemplars.map((exemplar) => exemplar.bytes),
    );
    this.#natives[at] = bytes;
    return bytes.length;
  }

  #bucket(writer: ByteWriter, cell: number, count: number): void {
    const exemplar = this.#exemplars.get(cell)?.bytes;
    writer.byte(0x1a);
    writer.varint(bucketSize(count, exemplar));
    writer.byte(0x08);
    writer.varint(count);
    writer.byte(0x11);
    writer.double(this.#bounds[cell % this.#reading.size] ?? Number.POSITIVE_INFINITY);
    if (exemplar === undefined) return;
    writer.byte(0x1a);
    writer.bytes(exemplar);
  }

  #keepExemplars(at: number): void {
    const { series, cells, size } = this.#reading;
    const own = series[at];
    if (own?.exemplar === undefined) return;
    for (let bucket = 0; bucket < this.#bounds.length; bucket += 1) {
      const cell = at * size + bucket;
      const exemplar = (cells[cell] ?? 0) > 0 ? exemplarOf(own, bucket) : undefined;
      if (exemplar === undefined) continue;
      const { at: time = 0 } = exemplar;
      this.#exemplars.set(cell, { time, bytes: exemplarBytes(exemplar) });
    }
  }
}
