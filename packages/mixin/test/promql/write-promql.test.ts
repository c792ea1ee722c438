import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  binary,
  call,
  number,
  type Operator,
  type Promql,
  selector,
} from '../../src/promql/promql.ts';
import { writePromql } from '../../src/promql/write-promql.ts';

const [a, b, c] = ['a', 'b', 'c'].map((name) => selector(name)) as [Promql, Promql, Promql];

test.each<[text: string, promql: Promql]>([
  ['a + b * c', binary(a, '+', binary(b, '*', c))],
  ['(a + b) * c', binary(binary(a, '+', b), '*', c)],
  ['a - b - c', binary(binary(a, '-', b), '-', c)],
  ['a - (b - c)', binary(a, '-', binary(b, '-', c))],
  ['a / (b * c)', binary(a, '/', binary(b, '*', c))],
  ['a + (b + c)', binary(a, '+', binary(b, '+', c))],
  ['a / (b > 0)', binary(a, '/', binary(b, '>', number(0)))],
  ['a + b > c', binary(binary(a, '+', b), '>', c)],
  ['(a >= 1) and (b > 2)', binary(binary(a, '>=', number(1)), 'and', binary(b, '>', number(2)))],
  ['(a and b) or c', binary(binary(a, 'and', b), 'or', c)],
  ['a or b or c', binary(binary(a, 'or', b), 'or', c)],
  ['a or (b or c)', binary(a, 'or', binary(b, 'or', c))],
  ['(a and b) * c', binary(binary(a, 'and', b), '*', c)],
  ['clamp(a - b, 0, 1)', call('clamp', binary(a, '-', b), number(0), number(1))],
  ['a - -2', binary(a, '-', number(-2))],
])('%s', (text, promql) => {
  expect(writePromql(promql)).toBe(text);
});

test('matchers and ranges stand behind the name, texts quoted', () => {
  const matchers = [
    { label: 'process_type', operator: '=~', value: 'a\\.b|"c"\n' },
    { label: 'outcome', operator: '!=', value: 'error' },
  ] as const;
  expect(writePromql(selector('a', matchers, '1h'))).toBe(
    String.raw`a{process_type=~"a\\.b|\"c\"\n",outcome!="error"}[1h]`,
  );
});

test('what does not fit on a line has one operand below the other', () => {
  const long = selector('a_name_that_is_so_long_that_two_of_them_do_not_fit_on_a_line');
  const sum: Promql = { kind: 'aggregate', operation: 'sum', by: ['job'], of: long };
  const mean = binary(binary(sum, '+', sum), '/', binary(sum, '>', number(0)));
  expect(writePromql(call('clamp', mean, number(0), number(1)))).toBe(`clamp(
  (
    sum by (job) (a_name_that_is_so_long_that_two_of_them_do_not_fit_on_a_line)
    +
    sum by (job) (a_name_that_is_so_long_that_two_of_them_do_not_fit_on_a_line)
  )
  /
  (sum by (job) (a_name_that_is_so_long_that_two_of_them_do_not_fit_on_a_line) > 0),
  0,
  1
)`);
});

// JavaScript reads these operators with the precedence that PromQL gives them, and from the left too. A long name makes
// lines break.
const compute = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': (left, right) => left / right,
  '>': (left, right) => Number(left > right),
  '<=': (left, right) => Number(left <= right),
  and: (left, right) => left && right,
  or: (left, right) => left || right,
} satisfies Partial<Record<Operator, (left: number, right: number) => number>>;
type Computed = keyof typeof compute;

const { tree } = fc.letrec<{ tree: Promql }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'medium' },
    fc.integer({ min: 0, max: 9 }).map(number),
    fc
      .constantFrom('three', 'a_very_long_name_that_stands_for_seven')
      .map((name) => selector(name)),
    fc
      .tuple(tie('tree'), fc.constantFrom(...(Object.keys(compute) as Computed[])), tie('tree'))
      .map(([left, operator, right]) => binary(left, operator, right)),
  ),
}));
const names: Readonly<Record<string, number>> = {
  three: 3,
  a_very_long_name_that_stands_for_seven: 7,
};

test('a law: the text is read as the tree that it was written from', () => {
  fc.assert(
    fc.property(tree, (promql) => expect(readBack(promql)).toBe(computed(promql))),
    {
      numRuns: 2000,
    },
  );
});

function readBack(promql: Promql): number {
  const script = writePromql(promql)
    .replace(/\band\b/g, '&&')
    .replace(/\bor\b/g, '||');
  return Number(new Function(...Object.keys(names), `return (${script})`)(...Object.values(names)));
}

function computed(promql: Promql): number {
  if (promql.kind === 'number') return promql.value;
  if (promql.kind === 'selector') return names[promql.name] ?? Number.NaN;
  if (promql.kind !== 'binary') throw new RangeError(`no ${promql.kind} was drawn`);
  return compute[promql.operator as Computed](computed(promql.left), computed(promql.right));
}
