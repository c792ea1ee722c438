import { offsetOf } from '../catalogue/layout.ts';
import { threshold } from '../catalogue/metrics/thresholds.ts';
import type { Thresholds } from '../catalogue/resolve-thresholds.ts';
import { severities, thresholdNames } from '../catalogue/thresholds.ts';
import type { Store } from '../store/store.ts';

const limit = offsetOf(threshold);

/**
 * Shows the thresholds in force: from the start for process types that have numbers of their own, for
 * others as soon as they are seen, so that a query that compares by process type finds a limit for each.
 * MUTABLE: whose were shown.
 */
export class ThresholdRows {
  readonly #store: Store;
  readonly #thresholds: Thresholds;
  readonly #shown = new Set<string>();

  constructor(store: Store, thresholds: Thresholds) {
    this.#store = store;
    this.#thresholds = thresholds;
    this.show(thresholds.processTypes);
  }

  show(processTypes: readonly string[]): void {
    for (const processType of processTypes) {
      if (this.#shown.has(processType)) continue;
      this.#shown.add(processType);
      this.#showOne(processType);
    }
  }

  #showOne(processType: string): void {
    const rows = this.#store.table('threshold');
    const limits = this.#thresholds.for(processType);
    for (const name of thresholdNames) {
      for (const severity of severities) {
        rows.findByValues([name, severity, processType])[limit] = limits[name][severity];
      }
    }
  }
}
