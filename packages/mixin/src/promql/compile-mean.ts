import { combine } from './fold-constants.ts';
import { joined, number, type Promql } from './promql.ts';

type Part = Promql | undefined;

/**
 * The mean of all required parts and of those optional ones that have a value. PromQL cannot ask which of
 * them have one, so every choice of optional parts is a query, the largest choice first, and each process
 * type takes the first that has a result for it.
 *
 * Undefined where there never is a value. Throws a RangeError where the parts that are sure to be there are
 * mere numbers and others are not: no series would tell whose mean it is.
 */
export function compileMean(required: readonly Part[], optional: readonly Part[]): Part {
  if (required.includes(undefined)) return undefined;
  const means = choicesOf(optional.filter((part) => part !== undefined))
    .map((chosen) => [...required, ...chosen])
    .filter(({ length }) => length > 0)
    .map(meanOf)
    .filter((mean) => mean !== undefined);
  const [only, ...others] = means;
  if (only === undefined || others.length === 0) return only;
  if (means.every(({ kind }) => kind === 'number')) return only;
  if (means.some(({ kind }) => kind === 'number')) {
    throw new RangeError(
      'a mean of numbers and optional parts says not whose it is: require a part',
    );
  }
  return joined(means, 'or');
}

function meanOf(parts: readonly Part[]): Part {
  const [first, ...others] = parts;
  const sum = others.reduce((left, right) => combine(left, '+', right), first);
  return combine(sum, '/', number(parts.length));
}

/** All selections from a list, each before those that are parts of it. */
function choicesOf(parts: readonly Promql[]): readonly (readonly Promql[])[] {
  const [first, ...others] = parts;
  if (first === undefined) return [[]];
  const rest = choicesOf(others);
  return [...rest.map((chosen) => [first, ...chosen]), ...rest];
}
