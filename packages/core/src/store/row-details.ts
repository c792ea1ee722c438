import { cellCount, metricsOf } from '../catalogue/layout.ts';
import type { MetricDefinition } from '../catalogue/metric.ts';
import type { RowKind } from '../catalogue/row-kinds.ts';
import { ExemplarSlots } from './exemplar-slots.ts';
import { NativeCounts, type NativeResolution } from './native-counts.ts';

/** What is kept of observations besides the buckets of the ladder. */
export interface DetailOptions {
  readonly exemplars: boolean;
  /** Absent: no native histograms. */
  readonly native: NativeResolution | undefined;
}

export const noDetails: DetailOptions = { exemplars: false, native: undefined };

export function keepsDetails({ exemplars, native }: DetailOptions): boolean {
  return exemplars || native !== undefined;
}

/** The histograms in the rows of a kind. A place in this list is their number in `RowDetails`. */
export function histogramsOf(kind: RowKind): readonly MetricDefinition[] {
  return metricsOf(kind).filter(({ ladder }) => ladder !== undefined);
}

/** What one row keeps of the observations of its histograms. MUTABLE. */
export class RowDetails {
  readonly #exemplars: readonly ExemplarSlots[];
  readonly #natives: readonly NativeCounts[];

  constructor(kind: RowKind, { exemplars, native }: DetailOptions) {
    const histograms = histogramsOf(kind);
    this.#exemplars = exemplars
      ? histograms.map((metric) => new ExemplarSlots(cellCount(metric) - 1))
      : [];
    this.#natives = native ? histograms.map(() => new NativeCounts(native)) : [];
  }

  exemplars(histogram: number): ExemplarSlots | undefined {
    return this.#exemplars[histogram];
  }

  native(histogram: number): NativeCounts | undefined {
    return this.#natives[histogram];
  }
}
