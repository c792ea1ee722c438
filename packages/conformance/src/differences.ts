import type { ReadFamilies, ReadFamily, ReadSeries } from './read-families.ts';

/**
 * How `shown` differs from `expected`, a line for each fact: families, kinds, help texts, label sets
 * and numbers. Empty when they say the same, in whatever order. NaN is the same as NaN.
 */
export function differences(expected: ReadFamilies, shown: ReadFamilies): readonly string[] {
  const right = factsOf(expected);
  const given = factsOf(shown);
  const found = [...given.twice].map((fact) => `${fact}: shown twice`);
  for (const [fact, value] of right.values) {
    const other = given.values.get(fact);
    if (other === undefined) found.push(`${fact}: missing, should be ${value}`);
    else if (!isSame(other, value)) found.push(`${fact}: ${other}, should be ${value}`);
  }
  for (const [fact, value] of given.values) {
    if (!right.values.has(fact)) found.push(`${fact}: ${value}, should not be there`);
  }
  return found;
}

/** What is NaN here, a line for each: in a collection, that is never right. */
export function withoutNumber(families: ReadFamilies): readonly string[] {
  const facts = [...factsOf(families).values].filter(([, value]) => Number.isNaN(value));
  return facts.map(([fact]) => `${fact}: NaN`);
}

type Fact = string | number;

function isSame(one: Fact, other: Fact): boolean {
  return one === other || (Number.isNaN(one) && Number.isNaN(other));
}

interface Facts {
  readonly values: ReadonlyMap<string, Fact>;
  readonly twice: ReadonlySet<string>;
}

function factsOf(families: ReadFamilies): Facts {
  const values = new Map<string, Fact>();
  const twice = new Set<string>();
  for (const family of families) {
    if (family.series.length === 0) continue;
    for (const [fact, value] of familyFacts(family)) {
      if (values.has(fact)) twice.add(fact);
      values.set(fact, value);
    }
  }
  return { values, twice };
}

function* familyFacts({ name, kind, help, series }: ReadFamily): Generator<[string, Fact]> {
  yield [`${name} kind`, kind];
  yield [`${name} help`, help];
  for (const each of series) {
    const labels = Object.entries(each.labels).sort(([a], [b]) => (a < b ? -1 : 1));
    const text = labels.map(([label, value]) => `${label}=${JSON.stringify(value)}`).join(',');
    for (const [part, value] of numbersOf(each)) yield [`${name}{${text}}${part}`, value];
  }
}

function numbersOf(series: ReadSeries): readonly [string, number][] {
  if ('value' in series) return [['', series.value]];
  const buckets = [...series.buckets].map(([le, count]): [string, number] => [` le ${le}`, count]);
  return [...buckets, [' sum', series.sum], [' count', series.count]];
}
