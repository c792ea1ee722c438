import type { Clock } from '../clock.ts';
import { type DetailOptions, RowDetails } from '../store/row-details.ts';
import type { Row } from '../store/row-table.ts';
import type { Observed, ObservedRows } from './observed-rows.ts';
import type { ObservedEvent, Observer } from './observing-recorder.ts';

/** Keeps exemplars and native buckets in the rows of what was observed. */
export class DetailKeeper implements Observer {
  readonly #options: DetailOptions;
  readonly #clock: Clock;
  /** A value and its time. */
  readonly #numbers = new Float64Array(2);
  /** What the clock said when it was asked last. */
  readonly #now = Float64Array.of(Number.NEGATIVE_INFINITY);

  constructor(options: DetailOptions, clock: Clock) {
    this.#options = options;
    this.#clock = clock;
  }

  observed({ rows, row, histogram }: Observed, value: Float64Array, event: ObservedEvent): void {
    const details = row.details ?? this.#begin(rows, row);
    details.native(histogram)?.observe(value);
    const exemplars = details.exemplars(histogram);
    if (exemplars === undefined) return;
    this.#numbers[0] = value[0] as number;
    try {
      this.#takeTime(event);
      exemplars.take(rows.latestBucket(histogram), event, this.#numbers);
    } catch {
      // An event that throws when it is read leaves no exemplar, or what it observed besides would be lost.
    }
  }

  settled(): void {}

  /** What is said to happen later happens now, or nothing would ever take its place. */
  #takeTime({ at }: ObservedEvent): void {
    const now = this.#now;
    if (at === undefined || at > (now[0] as number)) now[0] = this.#clock.now();
    this.#numbers[1] = Math.min(at ?? Number.POSITIVE_INFINITY, now[0] as number);
  }

  #begin({ kind }: ObservedRows, row: Row): RowDetails {
    const details = new RowDetails(kind, this.#options);
    row.details = details;
    return details;
  }
}
