import fc from 'fast-check';

export const anything = fc.jsonValue({ maxDepth: 2 });
export const number = fc.oneof(fc.integer({ min: -5, max: 1_000_000 }), fc.double());

/** One of these, or something that has no business there. */
export function mostly<Value>(likely: fc.Arbitrary<Value>): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 12, arbitrary: likely }, { weight: 1, arbitrary: anything });
}

/** An object with most of these fields. */
export function partly(fields: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<unknown> {
  const missing = { weight: 1, arbitrary: fc.constant(undefined) };
  const entries = Object.entries(fields).map(([name, arbitrary]) => [
    name,
    fc.oneof({ weight: 9, arbitrary }, missing),
  ]);
  return mostly(fc.record(Object.fromEntries(entries)));
}
