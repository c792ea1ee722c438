import type { Expression, Operand } from '../catalogue/expression.ts';
import { cellCount } from '../catalogue/layout.ts';

/** Where an operand lies in the numbers of one process type: as many places as its metric has cells. */
export interface OperandPlace {
  readonly operand: Operand;
  readonly offset: number;
  readonly size: number;
}

/** All operands that a set of expressions reads, each once, one behind the other. */
export class OperandLayout {
  readonly places: readonly OperandPlace[];
  /** Numbers of one process type. */
  readonly size: number;
  readonly #byOperand = new Map<Operand, OperandPlace>();

  constructor(expressions: readonly Expression[]) {
    const byKey = new Map<string, OperandPlace>();
    let offset = 0;
    for (const operand of expressions.flatMap(operandsOf)) {
      const key = keyOf(operand);
      const size = sizeOf(operand);
      const known = byKey.get(key);
      const place = known ?? { operand, offset, size };
      if (known === undefined) offset += size;
      byKey.set(key, place);
      this.#byOperand.set(operand, place);
    }
    this.places = [...byKey.values()];
    this.size = offset;
  }

  /** Throws when no expression of the layout reads the operand. */
  placeOf(operand: Operand): OperandPlace {
    const place = this.#byOperand.get(operand);
    if (place === undefined) {
      throw new Error(`no signal reads ${operand.metric.name} ${JSON.stringify(operand.where)}`);
    }
    return place;
  }
}

/** The operands that an expression reads. */
export function operandsOf(expression: Expression): readonly Operand[] {
  return 'operand' in expression
    ? [expression.operand]
    : partsOf(expression).flatMap((part) => operandsOf(part));
}

function partsOf(expression: Exclude<Expression, { operand: Operand }>): readonly Expression[] {
  switch (expression.kind) {
    case 'sum':
      return expression.terms;
    case 'product':
      return expression.factors;
    case 'ratio':
      return [expression.numerator, expression.denominator];
    case 'mean':
      return [...expression.required, ...expression.optional];
    case 'enough':
      return [expression.of, expression.samples];
    case 'scaled':
    case 'complement':
    case 'clamped':
      return [expression.of];
    case 'limit':
      return [];
  }
}

/** A histogram has its buckets, +Inf last, and its sum; the cells of a label of cells are series of their own. */
function sizeOf({ metric }: Operand): number {
  return metric.kind === 'histogram' ? cellCount(metric) : 1;
}

function keyOf({ metric, where, over }: Operand): string {
  return JSON.stringify([metric.name, over, where]);
}
