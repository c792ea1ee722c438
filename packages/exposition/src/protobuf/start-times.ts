import type { FamilyReading } from '../reading/family-reading.ts';
import type { ByteWriter } from './byte-writer.ts';
import { fieldSize } from './message-sizes.ts';
import { timestampBytes } from './timestamp-bytes.ts';

/** Since when the counters or histograms of a family count. A gauge has no start, and nothing is written for it. */
export class StartTimes {
  readonly #reading: FamilyReading;
  /** By place. Kept from measuring, as everything whose length was written. */
  readonly #fields: (Uint8Array | undefined)[] = [];
  // Most series began at the same time.
  #time = Number.NaN;
  #bytes: Uint8Array | undefined;

  constructor(reading: FamilyReading) {
    this.#reading = reading;
  }

  /** Bytes of the field of the series at a place. To be asked before it is written. */
  measure(at: number): number {
    const bytes = this.#bytesOf(at);
    this.#fields[at] = bytes;
    return bytes === undefined ? 0 : fieldSize(bytes.length);
  }

  write(writer: ByteWriter, at: number, tag: number): void {
    const bytes = this.#fields[at];
    if (bytes === undefined) return;
    writer.byte(tag);
    writer.bytes(bytes);
  }

  #bytesOf(at: number): Uint8Array | undefined {
    const { family, series } = this.#reading;
    if (family.kind === 'gauge') return undefined;
    const time = series[at]?.startedAt?.() ?? Number.NaN;
    if (time === this.#time) return this.#bytes;
    this.#time = time;
    this.#bytes = Number.isNaN(time) ? undefined : timestampBytes(time);
    return this.#bytes;
  }
}
