import { constants, PerformanceObserver } from 'node:perf_hooks';
import type { MetricFamily, MetricSeries } from '@turnscope/core';

/** Pauses for garbage collection since the watch began. */
export interface GarbageCollectionWatch {
  readonly family: MetricFamily;
  close(): void;
}

/** As prom-client's, so that its dashboards work. */
const bounds = [0.001, 0.01, 0.1, 1, 2, 5];

const kinds: ReadonlyMap<number, string> = new Map([
  [constants.NODE_PERFORMANCE_GC_MAJOR, 'major'],
  [constants.NODE_PERFORMANCE_GC_MINOR, 'minor'],
  [constants.NODE_PERFORMANCE_GC_INCREMENTAL, 'incremental'],
  [constants.NODE_PERFORMANCE_GC_WEAKCB, 'weakcb'],
]);

/** Begins to measure. */
export function watchGarbageCollection(): GarbageCollectionWatch {
  const pauses = new Map([...kinds].map(([kind, name]) => [kind, new Pauses(name)]));
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) pauses.get(kindOf(entry))?.add(entry.duration / 1000);
  });
  observer.observe({ entryTypes: ['gc'] });
  const family: MetricFamily = {
    name: 'nodejs_gc_duration_seconds',
    kind: 'histogram',
    unit: 'seconds',
    help: 'Garbage collection duration by kind, one of major, minor, incremental or weakcb.',
    labels: ['kind'],
    bounds,
    series: [...pauses.values()],
  };
  return { family, close: () => observer.disconnect() };
}

/** The declarations of Node leave out the details of an entry. */
function kindOf(entry: object): number {
  return (entry as { readonly detail: { readonly kind: number } }).detail.kind;
}

/** The histogram of one kind. Mutable. */
class Pauses implements MetricSeries {
  readonly labelValues: readonly string[];
  readonly #cells = new Float64Array(bounds.length + 2);

  constructor(kind: string) {
    this.labelValues = [kind];
  }

  add(seconds: number): void {
    const bucket = bounds.findIndex((bound) => seconds <= bound);
    const at = bucket < 0 ? bounds.length : bucket;
    this.#cells[at] = (this.#cells[at] ?? 0) + 1;
    const sum = this.#cells.length - 1;
    this.#cells[sum] = (this.#cells[sum] ?? 0) + seconds;
  }

  value(): number {
    return Number.NaN;
  }

  read(_now: number, into: Float64Array): void {
    into.set(this.#cells);
  }
}
