import { offsetOf } from '../catalogue/layout.ts';
import type { MetricDefinition } from '../catalogue/metric.ts';

/** Cells of a row: plain sums and bucket counts. Written by the recorder, read by views. */
export type Cells = Float64Array;

/**
 * Adds to one cell. An offset outside the row is a defect and does nothing. The assertion, here and
 * below, stands for `?? 0`, which would make these functions too long for the compiler to inline.
 */
export function add(cells: Cells, offset: number, amount: number): void {
  cells[offset] = (cells[offset] as number) + amount;
}

/** The cells of a histogram in the rows of its kind. */
export class HistogramCells {
  /**
   * The value that was observed last, in whatever store. For who sees to it that nothing else can come
   * in between. A number that is handed to a function which is not inlined is copied to the heap; so
   * the value is handed over in here, and `observe` is small enough to be inlined always.
   */
  readonly latest = new Float64Array(1);
  readonly #offset: number;
  readonly #bounds: Float64Array;

  /** Those of a metric: always the same. Throws when it has no ladder. */
  static of(metric: MetricDefinition): HistogramCells {
    const known = all.get(metric) ?? new HistogramCells(metric);
    all.set(metric, known);
    return known;
  }

  private constructor(metric: MetricDefinition) {
    if (metric.ladder === undefined) throw new Error(`metric ${metric.name} has no ladder`);
    this.#offset = offsetOf(metric);
    this.#bounds = Float64Array.from(metric.ladder.bounds);
  }

  /**
   * Counts a value in the bucket of the first bound that is not below it, +Inf last, and adds it to
   * the sum behind the buckets. A linear scan is as fast as anything cleverer for 20 bounds.
   */
  observe(cells: Cells, value: number): void {
    this.latest[0] = value;
    this.#count(cells);
  }

  #count(cells: Cells): void {
    const value = this.latest[0] as number;
    const bounds = this.#bounds;
    const size = bounds.length;
    let bucket = 0;
    while (bucket < size && value > (bounds[bucket] as number)) bucket += 1;
    add(cells, this.#offset + bucket, 1);
    add(cells, this.#offset + size + 1, value);
  }

  /**
   * The bucket of the latest value. The same loop stands in `#count`, for whom a call makes every recording
   * 7 % slower (0.053 instead of 0.050 of prom-client, measured).
   */
  latestBucket(): number {
    const value = this.latest[0] as number;
    const bounds = this.#bounds;
    let bucket = 0;
    while (bucket < bounds.length && value > (bounds[bucket] as number)) bucket += 1;
    return bucket;
  }
}

const all = new Map<MetricDefinition, HistogramCells>();
