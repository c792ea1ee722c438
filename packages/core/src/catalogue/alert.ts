import type { AlertName } from './alert-names.ts';
import type { SignalDefinition } from './signal.ts';
import type { Severity, ThresholdName } from './thresholds.ts';
import type { WindowName } from './windows.ts';

/** On which side of its limit a signal is bad. */
export type Comparison = 'at or below' | 'at or above' | 'above';

/** The limits of the profile for each process type, or numbers that are the same for everybody. */
export type AlertLimits =
  | { readonly threshold: ThresholdName }
  | { readonly fixed: Readonly<Partial<Record<Severity, number>>> };

/** What is said of every alert, wherever it is evaluated. */
interface AlertWords {
  readonly name: AlertName;
  readonly forSeconds: number;
  /** One sentence: what is wrong. */
  readonly summary: string;
  /** What it means for people, what to look at. `{value}`, `{limit}`, `{of}` and `{window}` are filled in. */
  readonly description: string;
}

/** A signal beyond its threshold for long enough: evaluated here, and by Prometheus. */
export interface SignalAlert extends AlertWords {
  readonly scope: 'both';
  readonly signal: SignalDefinition;
  readonly window: WindowName;
  readonly limits: AlertLimits;
  readonly comparison: Comparison;
  /** How long it goes on firing when the signal is back or has no value any more. */
  readonly keepFiringForSeconds: number;
  /** Samples that the signal must be made from, at least. */
  readonly minSamples: number;
}

/** What cannot be seen from inside. */
export interface PrometheusAlert extends AlertWords {
  readonly scope: 'prometheus';
  readonly severity: Severity;
  /** `exporter_down`: no scrape succeeds; `evaluation_age`: the last evaluation is older than the limit. */
  readonly watches: 'exporter_down' | 'evaluation_age';
  /** Seconds, for `evaluation_age`. */
  readonly limit?: number;
}

export type AlertDefinition = SignalAlert | PrometheusAlert;
