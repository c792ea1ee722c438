import { binary, call, number, type Operator, type Promql } from './promql.ts';

type Arithmetic = Extract<Operator, '+' | '-' | '*' | '/'>;

const compute: Readonly<Record<Arithmetic, (left: number, right: number) => number>> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': (left, right) => left / right,
};

/** Two operands put together; of two numbers a number. Undefined where one of them is, or the number is not finite. */
export function combine(
  left: Promql | undefined,
  operator: Arithmetic,
  right: Promql | undefined,
): Promql | undefined {
  if (left === undefined || right === undefined) return undefined;
  if (left.kind !== 'number' || right.kind !== 'number') return binary(left, operator, right);
  const value = compute[operator](left.value, right.value);
  return Number.isFinite(value) ? number(value) : undefined;
}

/** The nearest number from 0 to 1. */
export function clamp(of: Promql | undefined): Promql | undefined {
  if (of === undefined) return undefined;
  if (of.kind === 'number') return number(Math.min(1, Math.max(0, of.value)));
  return call('clamp', of, number(0), number(1));
}
