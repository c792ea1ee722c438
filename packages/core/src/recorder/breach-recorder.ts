import { offsetOf } from '../catalogue/layout.ts';
import { thresholdBreaches } from '../catalogue/metrics/thresholds.ts';
import { type BreachMetric, breachMetrics } from '../catalogue/row-kinds.ts';
import { type Severity, severities } from '../catalogue/thresholds.ts';
import type { Clock } from '../clock.ts';
import { add } from '../store/cells.ts';
import type { LabelTable } from '../store/label-table.ts';
import type { RowTable } from '../store/row-table.ts';
import type { Store } from '../store/store.ts';
import type { InConversation } from './conversations.ts';
import type { LimitsTable } from './limits-table.ts';

/** One event beyond a threshold. */
export interface Breach {
  readonly metric: BreachMetric;
  readonly severity: Severity;
  readonly processType: string;
  readonly conversationId: string;
  /** What was measured, and the limit it is beyond: seconds, or a ratio. */
  readonly value: number;
  readonly limit: number;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** Hears of breaches. */
export interface BreachListener {
  /** Whether anybody listens: no breach is described for nobody. */
  isHeard(): boolean;
  hear(breach: Breach): void;
}

interface BreachRecorderOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly limits: LimitsTable;
  readonly onBreach: BreachListener | undefined;
}

/** Events known for longer than this count, but raise no breach: they are history, nobody can act on them. */
const staleAfterSeconds = 300;

const count = offsetOf(thresholdBreaches);

/** Counts single events beyond a threshold, under the highest severity they reach. */
export class BreachRecorder {
  /** What was measured, to be set before a breach is recorded: a number as a parameter would be copied to the heap. */
  readonly measured = new Float64Array(1);
  readonly #rows: RowTable;
  readonly #clock: Clock;
  readonly #limits: LimitsTable;
  readonly #processTypes: LabelTable;
  readonly #listener: BreachListener | undefined;

  constructor({ store, clock, limits, onBreach }: BreachRecorderOptions) {
    this.#rows = store.table('breach');
    this.#processTypes = store.label('process_type');
    this.#clock = clock;
    this.#limits = limits;
    this.#listener = onBreach;
  }

  /** `event`: what was beyond, with its own time or happening now. */
  record(
    metric: BreachMetric,
    severity: Severity,
    processType: number,
    event: InConversation,
  ): void {
    const knownAt = event.knownAt ?? event.at;
    if (knownAt !== undefined && knownAt < this.#clock.now() - staleAfterSeconds * 1000) return;
    const cells = this.#rows.find(
      breachMetrics.indexOf(metric),
      severities.indexOf(severity),
      processType,
    );
    add(cells, count, 1);
    if (this.#listener?.isHeard()) this.#tell(metric, severity, processType, event);
  }

  #tell(
    metric: BreachMetric,
    severity: Severity,
    processType: number,
    { conversationId, at }: InConversation,
  ): void {
    this.#listener?.hear({
      metric,
      severity,
      processType: this.#processTypes.values[processType] ?? '',
      conversationId,
      value: this.#measured(),
      limit: this.#limits.of(processType)[metric][severity],
      at: at ?? this.#clock.now(),
    });
  }

  #measured(): number {
    return this.measured[0] ?? Number.NaN;
  }
}
