import fc from 'fast-check';
import type { GivenFamily } from './families.ts';
import type { ParsedFamily } from './parse-text.ts';

const someSeries = { minLength: 1, maxLength: 4 };

function lengthOf(of: readonly unknown[]) {
  return { minLength: of.length, maxLength: of.length };
}

const name = fc.stringMatching(/^[a-zA-Z_][a-zA-Z0-9_]{0,12}$/);
const text = fc.string({ unit: 'binary' });
const value = fc.double().map((number) => number + 0);
const counts = fc.nat({ max: 1_000_000 });

const single = fc
  .record({
    name,
    help: text,
    kind: fc.constantFrom('counter' as const, 'gauge' as const),
    labels: fc.uniqueArray(name, { maxLength: 3 }),
  })
  .chain((given) =>
    fc
      .array(fc.record({ labelValues: fc.array(text, lengthOf(given.labels)), value }), someSeries)
      .map((series): GivenFamily => ({ ...given, series })),
  );

const histogram = fc
  .record({
    name,
    help: text,
    kind: fc.constant('histogram' as const),
    bounds: fc.uniqueArray(fc.double({ noNaN: true, noDefaultInfinity: true }), { maxLength: 5 }),
  })
  .chain((given) =>
    fc
      .array(
        fc.record({ buckets: fc.array(counts, lengthOf([...given.bounds, '+Inf'])), sum: value }),
        { minLength: 1, maxLength: 1 },
      )
      .map((series): GivenFamily => ({ ...given, series })),
  );

/** Families of any kind, with anything in help texts, label values and numbers. */
export const families: fc.Arbitrary<GivenFamily[]> = fc.array(fc.oneof(single, histogram), {
  maxLength: 4,
});

/** What a reader of text 0.0.4 must find in it. */
export function expected(given: GivenFamily): ParsedFamily {
  const { kind = 'gauge', help = '' } = given;
  return { name: given.name, kind, help, samples: given.series.flatMap(samplesOf(given)) };
}

function samplesOf({ name, kind, labels = [], bounds = [] }: GivenFamily) {
  return ({
    labelValues = [],
    value = 0,
    buckets = [],
    sum = 0,
  }: GivenFamily['series'][number]) => {
    const named = Object.fromEntries(labels.map((label, at) => [label, labelValues[at]]));
    if (kind !== 'histogram') return [{ name, labels: named, value }];
    const upTo = (at: number) => buckets.slice(0, at + 1).reduce((sum, count) => sum + count, 0);
    const les = [...bounds.map(String), '+Inf'];
    return [
      ...les.map((le, at) => ({ name: `${name}_bucket`, labels: { le }, value: upTo(at) })),
      { name: `${name}_sum`, labels: {}, value: sum },
      { name: `${name}_count`, labels: {}, value: upTo(les.length) },
    ];
  };
}
