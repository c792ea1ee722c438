import type { Expression } from './expression.ts';
import type { MetricDefinition } from './metric.ts';
import type { signalNames } from './signal-names.ts';
import type { WindowName } from './windows.ts';

export type SignalName = (typeof signalNames)[number];

/** A number derived from the store over a time window, as data. */
export interface SignalDefinition {
  readonly name: SignalName;
  /** The gauge that shows it. */
  readonly metric: MetricDefinition;
  /** `process_type`: a value for each; `adapter`: one value, about Turnscope itself. */
  readonly by: 'process_type' | 'adapter';
  /** The window of its gauge. */
  readonly window: WindowName;
  readonly value: Expression;
  /** What the value is made from; below `minSamples` of them there is no value. */
  readonly samples: Expression;
  /** 0 for counts: that nothing happened is data. */
  readonly minSamples: number;
}

/** The value of a signal as a part of another: absent where the signal itself would be. */
export function ifEnough({
  value,
  samples,
  minSamples,
}: Omit<SignalDefinition, 'metric'>): Expression {
  return minSamples === 0 ? value : { kind: 'enough', of: value, samples, least: minSamples };
}
