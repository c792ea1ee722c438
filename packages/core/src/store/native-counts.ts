import type { NativeHistogram } from './metric-family.ts';

/** How finely native buckets tell values apart. */
export interface NativeResolution {
  /** Of new histograms: two neighbouring bounds are `2 ** 2 ** -schema` apart. From -4 to 8. */
  readonly schema: number;
  /** Buckets from the lowest to the highest in use; beyond that the resolution is halved. */
  readonly maxBuckets: number;
}

/**
 * Everything up to here counts as zero: a millisecond, a thousandth. One for all histograms, so that those
 * of several hosts can be summed.
 */
export const zeroThreshold = 2 ** -10;

/** The coarsest resolution that Prometheus knows: bounds are 65,536 apart. */
export const coarsest = -4;
/** Its finest: bounds are 0.3 % apart. */
export const finest = 8;

const atFirst = 16;

/**
 * The buckets of a native histogram, whose bounds are powers of one number. MUTABLE: counts only
 * grow, until the resolution is halved to stay within `maxBuckets`; then two neighbours become one.
 *
 * Bucket `i` holds what is above `2 ** ((i - 1) * 2 ** -schema)` and not above
 * `2 ** (i * 2 ** -schema)`, as Prometheus defines it. Those in use lie side by side in one array.
 */
export class NativeCounts {
  /** Of values up to `zeroThreshold`. */
  zeroCount = 0;
  readonly #maxBuckets: number;
  #schema: number;
  /** Buckets for each doubling of a value. */
  #perDoubling: number;
  #counts = new Float64Array(0);
  /** The bucket at the first place of the array. */
  #origin = 0;
  /** Buckets in use; none while the lowest lies above the highest. */
  #lowest = 0;
  #highest = -1;

  constructor({ schema, maxBuckets }: NativeResolution) {
    this.#schema = schema;
    this.#perDoubling = 2 ** schema;
    this.#maxBuckets = maxBuckets;
  }

  get schema(): number {
    return this.#schema;
  }

  /** The lowest bucket in use. Rounding up makes -0 of it, which JSON would make 0 of. */
  get lowest(): number {
    return this.#lowest + 0;
  }

  /** The counts of the buckets in use, from the lowest to the highest: a view, not a copy. */
  get counts(): Float64Array {
    const from = this.#lowest - this.#origin;
    return this.#counts.subarray(from, from + this.#highest - this.#lowest + 1);
  }

  /** Counts the value at the beginning of an array, so many times; by itself it would be copied to the heap. */
  observe(values: Float64Array, times = 1): void {
    const value = values[0] as number;
    if (value <= zeroThreshold) this.zeroCount += times;
    else this.#add(Math.ceil(Math.log2(value) * this.#perDoubling), times);
  }

  /** Adds what was counted elsewhere, at the coarser of both resolutions. */
  addAll({ schema, zeroCount, lowest, counts }: Omit<NativeHistogram, 'zeroThreshold'>): void {
    this.zeroCount += zeroCount;
    while (this.#schema > schema) this.#halve();
    for (let at = 0; at < counts.length; at += 1) {
      const count = counts[at] ?? 0;
      if (count > 0) this.#add(coarser(lowest + at, schema - this.#schema), count);
    }
  }

  #add(bucket: number, count: number): void {
    const place = bucket - this.#origin;
    if (bucket >= this.#lowest && bucket <= this.#highest) {
      this.#counts[place] = (this.#counts[place] as number) + count;
    } else {
      this.#addOutside(bucket, count);
    }
  }

  #addOutside(bucket: number, count: number): void {
    let own = bucket;
    while (this.#spanWith(own) > this.#maxBuckets && this.#schema > coarsest) {
      this.#halve();
      own = coarser(own, 1);
    }
    this.#reach(own);
    const place = own - this.#origin;
    this.#counts[place] = (this.#counts[place] as number) + count;
  }

  get #isEmpty(): boolean {
    return this.#highest < this.#lowest;
  }

  #spanWith(bucket: number): number {
    if (this.#isEmpty) return 1;
    return Math.max(bucket, this.#highest) - Math.min(bucket, this.#lowest) + 1;
  }

  /** Takes a bucket into use, in a larger array where this one does not reach so far. */
  #reach(bucket: number): void {
    const lowest = this.#isEmpty ? bucket : Math.min(bucket, this.#lowest);
    const highest = this.#isEmpty ? bucket : Math.max(bucket, this.#highest);
    if (lowest < this.#origin || highest >= this.#origin + this.#counts.length) {
      this.#move(lowest, highest);
    }
    this.#lowest = lowest;
    this.#highest = highest;
  }

  /** The next values lie near these, on both sides: so much room again is made there. */
  #move(lowest: number, highest: number): void {
    const span = highest - lowest + 1;
    const size = Math.max(atFirst, 2 * span);
    const origin = lowest - Math.floor((size - span) / 2);
    const counts = new Float64Array(size);
    if (!this.#isEmpty) counts.set(this.counts, this.#lowest - origin);
    this.#counts = counts;
    this.#origin = origin;
  }

  #halve(): void {
    this.#schema -= 1;
    this.#perDoubling /= 2;
    if (this.#isEmpty) return;
    const old = this.counts.slice();
    const oldLowest = this.#lowest;
    this.#counts.fill(0);
    this.#lowest = coarser(oldLowest, 1);
    this.#highest = coarser(this.#highest, 1);
    this.#origin = this.#lowest;
    for (const [at, count] of old.entries()) {
      const place = coarser(oldLowest + at, 1) - this.#origin;
      this.#counts[place] = (this.#counts[place] ?? 0) + count;
    }
  }
}

/** The first and the last bucket that a number can fall in: those of the smallest and of the largest there is. */
export function bucketsOf(schema: number): readonly [first: number, last: number] {
  const perDoubling = 2 ** schema;
  return [Math.ceil(-1074 * perDoubling), 1024 * perDoubling];
}

/** The bucket that takes the place of another one when the resolution is halved so many times. */
function coarser(bucket: number, halvings: number): number {
  return Math.ceil(bucket / 2 ** halvings);
}

/**
 * The coarsest resolution whose bounds grow by at most this factor, from -4 to 8: 1.1 gives 3, where they
 * grow by 1.09. The factor must be above 1.
 */
export function schemaOf(growthFactor: number): number {
  const schema = 0 - Math.floor(Math.log2(Math.log2(growthFactor)));
  return Math.min(finest, Math.max(coarsest, schema));
}
