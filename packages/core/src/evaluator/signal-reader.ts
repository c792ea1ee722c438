import type { Expression } from '../catalogue/expression.ts';
import type { Thresholds } from '../catalogue/resolve-thresholds.ts';
import type { SignalDefinition } from '../catalogue/signal.ts';
import type { SourceName } from '../catalogue/source-names.ts';
import { adapterGroup } from '../window/groups.ts';
import { operandsOf } from '../window/operand-layout.ts';
import type { Window } from '../window/window.ts';
import { evaluateExpression, type Facts, type Value } from './evaluate-expression.ts';
import type { OperandHistory } from './operand-history.ts';

/** The value of a signal and the number of samples it was made from; 0 where nothing is known of the window. */
export interface Reading {
  readonly value: Value;
  readonly samples: number;
}

/** Computes signals for process types over windows of the history. */
export class SignalReader {
  readonly #history: OperandHistory;
  readonly #thresholds: Thresholds;
  readonly #sources: ReadonlySet<SourceName>;

  /** `sources`: those that are enabled; may grow. */
  constructor(history: OperandHistory, thresholds: Thresholds, sources: ReadonlySet<SourceName>) {
    this.#history = history;
    this.#thresholds = thresholds;
    this.#sources = sources;
  }

  /** Whether an enabled source can fill what the signal is made from: a 0 that nobody measured is none. */
  isMeasured({ samples }: Pick<SignalDefinition, 'samples'>): boolean {
    return operandsOf(samples).every(({ metric }) =>
      metric.sources.some((source) => this.#sources.has(source)),
    );
  }

  /** The process types that a signal has a value for; `adapterGroup` where it is about the adapter. */
  groupsOf(signal: Pick<SignalDefinition, 'by'>): readonly string[] {
    const isAdapter = signal.by === 'adapter';
    return this.#history.groups.names.filter((name) => (name === adapterGroup) === isAdapter);
  }

  /** No value below the signal's least number of samples, or where no source measures it. */
  read(signal: SignalDefinition, processType: string, window: Window | undefined): Reading {
    if (!this.isMeasured(signal)) return { value: undefined, samples: 0 };
    const { value, samples, minSamples } = signal;
    const seen = this.compute(samples, processType, window) ?? 0;
    if (seen < minSamples) return { value: undefined, samples: seen };
    return { value: this.compute(value, processType, window), samples: seen };
  }

  /** Any expression whose operands are in the history. */
  compute(expression: Expression, processType: string, window: Window | undefined): Value {
    if (window === undefined) return undefined;
    return evaluateExpression(expression, this.#facts(processType, window));
  }

  #facts(processType: string, window: Window): Facts {
    const { layout, groups } = this.#history;
    const thresholds = this.#thresholds.for(processType);
    return { layout, window, group: groups.indexOf(processType), thresholds };
  }
}
