import type { SignalAlert } from '../catalogue/alert.ts';
import { signalAlerts } from '../catalogue/alerts.ts';
import { breachCounts, counts } from '../catalogue/counts.ts';
import type { Expression } from '../catalogue/expression.ts';
import type { Thresholds } from '../catalogue/resolve-thresholds.ts';
import type { SignalName } from '../catalogue/signal.ts';
import { signals } from '../catalogue/signals.ts';
import type { SourceName } from '../catalogue/source-names.ts';
import type { Severity } from '../catalogue/thresholds.ts';
import { type WindowName, windows } from '../catalogue/windows.ts';
import type { Clock } from '../clock.ts';
import type { Store } from '../store/store.ts';
import { adapterGroup } from '../window/groups.ts';
import { OperandLayout } from '../window/operand-layout.ts';
import { cutWindow, type Window } from '../window/window.ts';
import type { Alert } from './alert.ts';
import { AlertBoard } from './alert-board.ts';
import { EvaluationRows } from './evaluation-rows.ts';
import { OperandHistory } from './operand-history.ts';
import { SignalReader } from './signal-reader.ts';
import { ThresholdRows } from './threshold-rows.ts';

/** A signal of one process type over the window of its gauge, as of the latest evaluation. */
export interface SignalReading {
  readonly signal: SignalName;
  readonly window: WindowName;
  /** Undefined for signals about the adapter itself. */
  readonly processType: string | undefined;
  /** Undefined where there is not enough to compute it from. */
  readonly value: number | undefined;
  /** What it was made from; 0 where nothing is known of the window. */
  readonly samples: number;
}

export interface EvaluatorOptions {
  readonly intervalSeconds: number;
  readonly thresholds: Thresholds;
  /** Those that are enabled; may grow. */
  readonly sources: ReadonlySet<SourceName>;
  readonly historySeconds: number;
  /** Memory of the ring. */
  readonly limitBytes: number;
  readonly stopwatch: Clock;
}

/** Every entry is kept for the longest window of an alert, and a little more so that none at its start is missing. */
const fineSeconds = windows['1h'] + 60;
/** So many older entries at the most: five minutes apart over a day. */
const coarseEntries = 288;
const leastCoarseSeconds = 300;

/**
 * A small Prometheus inside the process: copies the operands of the signals at each evaluation, cuts
 * windows out of them, computes signals, steps the alerts, and shows both in the store. MUTABLE.
 */
export class Evaluator {
  readonly history: OperandHistory;
  readonly reader: SignalReader;
  readonly board: AlertBoard;
  readonly #options: EvaluatorOptions;
  readonly #rows: EvaluationRows;
  readonly #thresholdRows: ThresholdRows;
  #evaluatedAt: number | undefined;

  constructor(store: Store, lateStore: () => Store | undefined, options: EvaluatorOptions) {
    this.#options = options;
    const { historySeconds, limitBytes, thresholds, sources } = options;
    const coarseSeconds = Math.max(leastCoarseSeconds, historySeconds / coarseEntries);
    const ring = { fineSeconds, historySeconds, coarseSeconds, limitBytes };
    const layout = new OperandLayout(expressions());
    this.history = new OperandHistory(store, lateStore, layout, ring);
    this.reader = new SignalReader(this.history, thresholds, sources);
    this.#rows = new EvaluationRows(store, this.history.ring);
    this.#thresholdRows = new ThresholdRows(store, thresholds);
    this.board = new AlertBoard(
      (alert, processType) => this.#judge(alert, processType),
      this.limitOf,
    );
  }

  /** Epoch milliseconds of the latest evaluation; undefined before the first. */
  get evaluatedAt(): number | undefined {
    return this.#evaluatedAt;
  }

  get intervalSeconds(): number {
    return this.#options.intervalSeconds;
  }

  /** Whether the latest evaluation is at least so old, or the clock was set back. */
  isOlder(now: number, seconds: number): boolean {
    const last = this.#evaluatedAt;
    return last === undefined || now < last || now - last >= seconds * 1000;
  }

  /** Before the first evaluation: windows begin at this time, when all operands stood at 0. */
  beginAt(time: number): void {
    this.history.ring.push({ at: time, numbers: new Float64Array() });
  }

  /** Evaluates everything as of `now` and answers the alerts that fired or resolved. */
  evaluate(now: number): readonly Alert[] {
    if (now === this.#evaluatedAt) return [];
    const { stopwatch } = this.#options;
    const startedAt = stopwatch.now();
    this.history.take(now);
    this.#evaluatedAt = now;
    this.#thresholdRows.show(this.reader.groupsOf({ by: 'process_type' }));
    for (const reading of this.readings()) this.#rows.signal(reading);
    const measured = signalAlerts.filter(({ signal }) => this.reader.isMeasured(signal));
    const changed = this.board.step(now, measured, this.history.groups.names);
    this.#rows.alerts(this.board.entries);
    this.#rows.evaluated(now, stopwatch.now() - startedAt);
    return changed;
  }

  /** All signals, as of the latest evaluation. */
  readings(): readonly SignalReading[] {
    return signals.flatMap((signal) => {
      const window = this.#windowOf(signal.window);
      return this.reader.groupsOf(signal).map((name) => ({
        signal: signal.name,
        window: signal.window,
        processType: name === adapterGroup ? undefined : name,
        ...this.reader.read(signal, name, window),
      }));
    });
  }

  /** The limit in force; undefined where the alert has none of this severity. */
  readonly limitOf = (
    { limits }: SignalAlert,
    severity: Severity,
    processType: string,
  ): number | undefined =>
    'fixed' in limits
      ? limits.fixed[severity]
      : this.#options.thresholds.for(processType)[limits.threshold][severity];

  #windowOf(name: WindowName): Window | undefined {
    return cutWindow(this.history.ring, this.#evaluatedAt ?? 0, windows[name]);
  }

  #judge(alert: SignalAlert, processType: string): number | undefined {
    const window = this.#windowOf(alert.window);
    const { value, samples } = this.reader.read(alert.signal, processType, window);
    return samples >= alert.minSamples ? value : undefined;
  }
}

/** Whose operands are kept. */
function expressions(): readonly Expression[] {
  return [
    ...signals.flatMap(({ value, samples }) => [value, samples]),
    ...Object.values(counts),
    ...breachCounts.map(({ count }) => count),
  ];
}
