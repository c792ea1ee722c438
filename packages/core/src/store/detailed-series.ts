import type { Exemplar, MetricSeries, NativeHistogram } from './metric-family.ts';
import { NativeCounts, type NativeResolution, zeroThreshold } from './native-counts.ts';
import { Series, type SeriesTimes, type Span } from './series.ts';

/** Which histogram of its rows a series shows, and how finely. */
export interface DetailedHistogram {
  /** Its place in `histogramsOf` of the kind of rows. */
  readonly histogram: number;
  readonly native: NativeResolution | undefined;
}

/** A series of a histogram whose rows keep details of single observations. */
export class DetailedSeries extends Series implements MetricSeries {
  readonly native: ((now: number) => NativeHistogram) | undefined;
  readonly #histogram: number;

  constructor(labelValues: readonly string[], place: Span & DetailedHistogram, times: SeriesTimes) {
    super(labelValues, place, times);
    this.#histogram = place.histogram;
    const { native } = place;
    if (native !== undefined) this.native = (now) => this.#sum(native, now);
  }

  /** The latest that one of the rows remembers. */
  exemplar(bucket: number): Exemplar | undefined {
    let latest: Exemplar | undefined;
    for (const { details } of this.rows) {
      const slots = details?.exemplars(this.#histogram);
      if (slots === undefined) continue;
      const isLater = slots.time(bucket) > (latest?.at ?? Number.NEGATIVE_INFINITY);
      if (isLater) latest = slots.exemplar(bucket) ?? latest;
    }
    return latest;
  }

  #sum(resolution: NativeResolution, now: number): NativeHistogram {
    const sum = new NativeCounts(resolution);
    if (!this.isHeld(now)) {
      for (const { details } of this.rows) {
        const counts = details?.native(this.#histogram);
        if (counts) sum.addAll(counts);
      }
    }
    const { schema, zeroCount, lowest, counts } = sum;
    return { schema, zeroThreshold, zeroCount, lowest, counts };
  }
}
