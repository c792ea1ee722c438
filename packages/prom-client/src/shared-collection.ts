import type { MetricFamily, PerformanceMonitor } from '@turnscope/core';

/** What all metrics of one scrape read. */
export interface Moment {
  readonly now: number;
  /** By name. */
  readonly families: ReadonlyMap<string, MetricFamily>;
}

/**
 * One collection for all metrics of a scrape. A registry asks them one after the other without
 * letting anybody run, so a collection is kept until others do. MUTABLE: that collection.
 */
export class SharedCollection {
  readonly monitor: PerformanceMonitor;
  #moment: Moment | undefined;

  constructor(monitor: PerformanceMonitor) {
    this.monitor = monitor;
  }

  get moment(): Moment {
    if (this.#moment) return this.#moment;
    const { now, families } = this.monitor.collect();
    const moment = { now, families: new Map(families.map((family) => [family.name, family])) };
    this.#moment = moment;
    // Not queueMicrotask, which the fake timers of a user's tests replace.
    void Promise.resolve().then(() => {
      this.#moment = undefined;
    });
    return moment;
  }
}
