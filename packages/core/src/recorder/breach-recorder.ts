import { offsetOf } from '../catalogue/layout.ts';
import { thresholdBreaches } from '../catalogue/metrics/thresholds.ts';
import { type BreachMetric, breachMetrics } from '../catalogue/row-kinds.ts';
import { type Severity, severities } from '../catalogue/thresholds.ts';
import type { Clock } from '../clock.ts';
import { add } from '../store/cells.ts';
import type { RowTable } from '../store/row-table.ts';

/** Events older than this count, but raise no breach: they are history, nobody can act on them. */
const staleAfterSeconds = 300;

const count = offsetOf(thresholdBreaches);

/** Counts single events beyond a threshold, under the highest severity they reach. */
export class BreachRecorder {
  readonly #rows: RowTable;
  readonly #clock: Clock;

  constructor(rows: RowTable, clock: Clock) {
    this.#rows = rows;
    this.#clock = clock;
  }

  /** `at`: epoch milliseconds of the event, absent for one that happens now. */
  record(
    metric: BreachMetric,
    severity: Severity,
    processType: number,
    at: number | undefined,
  ): void {
    if (at !== undefined && at < this.#clock.now() - staleAfterSeconds * 1000) return;
    const cells = this.#rows.find(
      breachMetrics.indexOf(metric),
      severities.indexOf(severity),
      processType,
    );
    add(cells, count, 1);
  }
}
