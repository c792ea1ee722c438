/** PromQL as a tree, so that what is put together keeps its meaning whatever stands beside it. */
export type Promql =
  | { readonly kind: 'number'; readonly value: number }
  /** The series of a name; with a range their samples over that time. */
  | {
      readonly kind: 'selector';
      readonly name: string;
      readonly matchers: readonly Matcher[];
      readonly range?: string | undefined;
    }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Promql[] }
  | {
      readonly kind: 'aggregate';
      readonly operation: 'sum' | 'max';
      readonly by: readonly string[];
      readonly of: Promql;
    }
  | {
      readonly kind: 'binary';
      readonly operator: Operator;
      readonly left: Promql;
      readonly right: Promql;
    };

/** What a label must be, or must not be; `=~` and `!~` take a regular expression for the whole value. */
export interface Matcher {
  readonly label: string;
  readonly operator: '=' | '!=' | '=~' | '!~';
  readonly value: string;
}

export type Operator = 'or' | 'and' | '>' | '>=' | '<' | '<=' | '==' | '+' | '-' | '*' | '/';

export function number(value: number): Promql {
  return { kind: 'number', value };
}

export function selector(name: string, matchers: readonly Matcher[] = [], range?: string): Promql {
  return { kind: 'selector', name, matchers, range };
}

export function call(name: string, ...args: readonly Promql[]): Promql {
  return { kind: 'call', name, args };
}

export function binary(left: Promql, operator: Operator, right: Promql): Promql {
  return { kind: 'binary', operator, left, right };
}

/** Operands with the same operator between them, from left to right. Throws a RangeError without any. */
export function joined(operands: readonly Promql[], operator: Operator): Promql {
  const [first, ...others] = operands;
  if (first === undefined) throw new RangeError(`nothing to join by ${operator}`);
  return others.reduce((left, right) => binary(left, operator, right), first);
}

/** A label that has one of these values, or none of them. Values are texts, not expressions. */
export function oneOf(label: string, values: readonly string[]): Matcher {
  return values.length === 1
    ? { label, operator: '=', value: values[0] ?? '' }
    : { label, operator: '=~', value: alternatives(values) };
}

export function noneOf(label: string, values: readonly string[]): Matcher {
  return values.length === 1
    ? { label, operator: '!=', value: values[0] ?? '' }
    : { label, operator: '!~', value: alternatives(values) };
}

function alternatives(values: readonly string[]): string {
  return values.map((value) => value.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|');
}
