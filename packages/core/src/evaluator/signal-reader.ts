import type { Expression } from '../catalogue/expression.ts';
import type { Thresholds } from '../catalogue/resolve-thresholds.ts';
import type { SignalDefinition } from '../catalogue/signal.ts';
import { adapterGroup } from '../window/groups.ts';
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

  constructor(history: OperandHistory, thresholds: Thresholds) {
    this.#history = history;
    this.#thresholds = thresholds;
  }

  /** The process types that a signal has a value for; `adapterGroup` where it is about the adapter. */
  groupsOf(signal: Pick<SignalDefinition, 'by'>): readonly string[] {
    const isAdapter = signal.by === 'adapter';
    return this.#history.groups.names.filter((name) => (name === adapterGroup) === isAdapter);
  }

  /** No value below the signal's least number of samples. */
  read(
    { value, samples, minSamples }: SignalDefinition,
    processType: string,
    window: Window | undefined,
  ): Reading {
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
