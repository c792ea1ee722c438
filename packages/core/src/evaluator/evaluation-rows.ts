import { offsetOf } from '../catalogue/layout.ts';
import {
  alertState,
  evaluationDuration,
  evaluations,
  lastEvaluation,
  ringBytes,
  ringBytesLimit,
  ringDropped,
} from '../catalogue/metrics/evaluator.ts';
import type { SignalName } from '../catalogue/signal.ts';
import { signals } from '../catalogue/signals.ts';
import type { Severity } from '../catalogue/thresholds.ts';
import type { WindowName } from '../catalogue/windows.ts';
import { add } from '../store/cells.ts';
import type { Store } from '../store/store.ts';
import { adapterGroup } from '../window/groups.ts';
import type { Ring } from '../window/ring.ts';
import type { AlertPhase } from './alert-machine.ts';

/** A signal's value for a process type. */
interface Reading {
  readonly signal: SignalName;
  readonly window: WindowName;
  readonly processType: string | undefined;
  readonly value: number | undefined;
}

/** The state of an alert for a process type. */
interface State {
  readonly alert: { readonly name: string };
  readonly severity: Severity;
  readonly processType: string;
  readonly machine: { readonly phase: AlertPhase };
}

const gaugeOffsets: ReadonlyMap<SignalName, number> = new Map(
  signals.map(({ name, metric }) => [name, offsetOf(metric)]),
);
const state = offsetOf(alertState);

/** Writes what an evaluation found into the rows that back ends read. */
export class EvaluationRows {
  readonly #store: Store;
  readonly #ring: Ring;
  #droppedBefore = 0;

  constructor(store: Store, ring: Ring) {
    this.#store = store;
    this.#ring = ring;
    store.table('evaluator').find(0)[offsetOf(ringBytesLimit)] = ring.limitBytes;
  }

  /** A signal without a value is not shown. */
  signal({ signal, window, processType = adapterGroup, value }: Reading): void {
    const cells = this.#store.table('signal').findByValues([processType, window]);
    cells[gaugeOffsets.get(signal) ?? Number.NaN] = value ?? Number.NaN;
  }

  /** In the order of `alertStates`. */
  alerts(states: readonly State[]): void {
    const rows = this.#store.table('alert');
    for (const { alert, severity, processType, machine } of states) {
      const cells = rows.findByValues([alert.name, severity, processType]);
      cells[state] = machine.phase === 'pending' ? 1 : 0;
      cells[state + 1] = machine.phase === 'firing' ? 1 : 0;
    }
  }

  /** An evaluation of `now` is done; a clock that was set back meanwhile has measured nothing. */
  evaluated(now: number, tookMilliseconds: number): void {
    const cells = this.#store.table('evaluator').find(0);
    cells[offsetOf(lastEvaluation)] = now / 1000;
    cells[offsetOf(ringBytes)] = this.#ring.bytes;
    const counters = this.#store.table('adapter').find(0);
    add(counters, offsetOf(evaluations), 1);
    add(counters, offsetOf(evaluationDuration), Math.max(0, tookMilliseconds) / 1000);
    add(counters, offsetOf(ringDropped), this.#ring.dropped - this.#droppedBefore);
    this.#droppedBefore = this.#ring.dropped;
  }
}
