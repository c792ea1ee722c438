import type { AlertName } from '../catalogue/alert-names.ts';
import type { SignalName } from '../catalogue/signal.ts';
import type { Severity } from '../catalogue/thresholds.ts';
import type { WindowName } from '../catalogue/windows.ts';

/** An alert of one severity for one process type, at one moment. */
export interface Alert {
  readonly name: AlertName;
  readonly severity: Severity;
  /** Null for alerts about the adapter itself. */
  readonly processType: string | null;
  readonly state: 'pending' | 'firing' | 'resolved';
  /** A firing warning whose critical alert fires too: who is told of that need not be told of this. */
  readonly inhibited: boolean;
  readonly signal: SignalName;
  readonly window: WindowName;
  /** Of the signal at its latest evaluation beyond the limit, in the signal's unit. */
  readonly value: number;
  readonly limit: number;
  /** Epoch milliseconds since when the signal is beyond its limit. */
  readonly activeAt: number;
  /** Epoch milliseconds of the change to this state. */
  readonly changedAt: number;
  /** Sentences for people, with the numbers filled in. */
  readonly summary: string;
  readonly description: string;
}
