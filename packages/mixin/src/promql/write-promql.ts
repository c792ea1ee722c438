import type { Matcher, Operator, Promql } from './promql.ts';

/** How tightly operators bind; https://prometheus.io/docs/prometheus/latest/querying/operators/#binary-operator-precedence */
const precedence: Readonly<Record<Operator, number>> = {
  or: 1,
  and: 2,
  '==': 3,
  '<': 3,
  '<=': 3,
  '>': 3,
  '>=': 3,
  '+': 4,
  '-': 4,
  '*': 5,
  '/': 5,
};

type Binary = Extract<Promql, { kind: 'binary' }>;

const longestLine = 90;

/** PromQL as text: on one line where it fits, else one operand below the other. */
export function writePromql(promql: Promql): string {
  return linesOf(promql, 0).join('\n');
}

function linesOf(promql: Promql, indent: number): readonly string[] {
  const flat = lineOf(promql);
  if (flat.length + indent <= longestLine) return [flat];
  switch (promql.kind) {
    case 'number':
    case 'selector':
      return [flat];
    case 'call':
      return [`${promql.name}(`, ...argumentLines(promql.args, indent), ')'];
    case 'aggregate':
      return [`${headOf(promql)} (`, ...indented(linesOf(promql.of, indent + 2)), ')'];
    case 'binary':
      return binaryLines(promql, indent);
  }
}

/** All operands of a chain break, or none. A number stays beside its operator, unless what follows would seem to be a part of it. */
function binaryLines(promql: Binary, indent: number): readonly string[] {
  const { left, operator, right } = promql;
  const isChain = left.kind === 'binary' && left.operator === operator;
  const before = isChain
    ? binaryLines(left, indent)
    : operandLines(left, isLoose(promql, left), indent);
  const after = operandLines(right, isLoose(promql, right), indent);
  if (right.kind === 'number')
    return [...before.slice(0, -1), `${before.at(-1)} ${operator} ${after}`];
  if (left.kind === 'number' && right.kind !== 'binary')
    return [`${before} ${operator} ${after[0]}`, ...after.slice(1)];
  return [...before, operator, ...after];
}

function argumentLines(args: readonly Promql[], indent: number): readonly string[] {
  return args.flatMap((argument, at) => {
    const lines = indented(linesOf(argument, indent + 2));
    return at === args.length - 1 ? lines : [...lines.slice(0, -1), `${lines.at(-1)},`];
  });
}

function operandLines(promql: Promql, inBrackets: boolean, indent: number): readonly string[] {
  if (!inBrackets) return linesOf(promql, indent);
  const flat = `(${lineOf(promql)})`;
  if (flat.length + indent <= longestLine) return [flat];
  return ['(', ...indented(linesOf(promql, indent + 2)), ')'];
}

function lineOf(promql: Promql): string {
  switch (promql.kind) {
    case 'number':
      return String(promql.value);
    case 'selector':
      return `${promql.name}${matchersOf(promql.matchers)}${promql.range ? `[${promql.range}]` : ''}`;
    case 'call':
      return `${promql.name}(${promql.args.map(lineOf).join(', ')})`;
    case 'aggregate':
      return `${headOf(promql)} (${lineOf(promql.of)})`;
    case 'binary':
      return [promql.left, promql.right]
        .map((side) => (isLoose(promql, side) ? `(${lineOf(side)})` : lineOf(side)))
        .join(` ${promql.operator} `);
  }
}

/**
 * Whether an operand would fall apart without brackets. Operators of one precedence bind from the left, so on the
 * right even the same one needs them: floating numbers are not associative either. Between sets brackets stand
 * also where only people need them.
 */
function isLoose(parent: Binary, operand: Promql): boolean {
  if (operand.kind !== 'binary') return false;
  const isSame = operand.operator === parent.operator && operand === parent.left;
  if (parent.operator === 'and' || parent.operator === 'or') return !isSame;
  const difference = precedence[operand.operator] - precedence[parent.operator];
  return operand === parent.right ? difference <= 0 : difference < 0;
}

function headOf({ operation, by }: Extract<Promql, { kind: 'aggregate' }>): string {
  return `${operation} by (${by.join(', ')})`;
}

function matchersOf(matchers: readonly Matcher[]): string {
  if (matchers.length === 0) return '';
  // Strings of PromQL are those of Go, which reads every escape of JSON.
  const texts = matchers.map(({ label, operator, value }) => label + operator + quoted(value));
  return `{${texts.join(',')}}`;
}

function quoted(value: string): string {
  return JSON.stringify(value);
}

function indented(lines: readonly string[]): readonly string[] {
  return lines.map((line) => `  ${line}`);
}
