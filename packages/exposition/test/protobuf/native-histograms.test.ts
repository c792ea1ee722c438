import { expect, it, test } from '@jest/globals';
import type { NativeHistogram } from '@turnscope/core';
import fc from 'fast-check';
import { createProtobufRenderer } from '../../src/index.ts';
import { family } from '../support/families.ts';
import { parseProtobuf, type ReadMetric } from '../support/parse-protobuf.ts';

const zeroThreshold = 2 ** -10;

function rendered(native: NativeHistogram): NonNullable<ReadMetric['histogram']> {
  const series = [{ buckets: [1], sum: 0, native, startedAt: 1_500 }];
  const given = family({ name: 'h', kind: 'histogram', bounds: [], series });
  const bytes = Buffer.concat([...createProtobufRenderer().render({ families: [given], now: 0 })]);
  const [read] = parseProtobuf(bytes);
  const histogram = read?.metric?.[0]?.histogram;
  if (histogram === undefined) throw new Error('there is no histogram in the answer');
  return histogram;
}

/** Bucket numbers with their counts, as a reader puts them together. */
function countsOf({ positiveSpan = [], positiveDelta = [] }: ReturnType<typeof rendered>) {
  const counts = new Map<number, number>();
  const deltas = [...positiveDelta];
  let bucket = 0;
  let count = 0;
  for (const { offset, length } of positiveSpan) {
    bucket += offset;
    for (let at = 0; at < length; at += 1) {
      count += deltas.shift() ?? Number.NaN;
      if (count > 0) counts.set(bucket, count);
      bucket += 1;
    }
  }
  expect(deltas).toEqual([]);
  return counts;
}

const layouts = [
  {
    name: 'one bucket',
    native: { lowest: 5, counts: [7] },
    positiveSpan: [{ offset: 5, length: 1 }],
    positiveDelta: [7],
  },
  {
    name: 'below bucket 0',
    native: { lowest: -3, counts: [1, 2] },
    positiveSpan: [{ offset: -3, length: 2 }],
    positiveDelta: [1, 1],
  },
  {
    name: 'two empty ones in between are counts of 0',
    native: { lowest: 0, counts: [4, 0, 0, 1] },
    positiveSpan: [{ offset: 0, length: 4 }],
    positiveDelta: [4, -4, 0, 1],
  },
  {
    name: 'three empty ones in between are a gap',
    native: { lowest: 2, counts: [4, 0, 0, 0, 9] },
    positiveSpan: [
      { offset: 2, length: 1 },
      { offset: 3, length: 1 },
    ],
    positiveDelta: [4, 5],
  },
  {
    name: 'empty ones at both ends are left out',
    native: { lowest: 8, counts: [0, 3, 0] },
    positiveSpan: [{ offset: 9, length: 1 }],
    positiveDelta: [3],
  },
];

test.each(layouts)(
  'native buckets are spans and differences: $name',
  ({ native, positiveSpan, positiveDelta }) => {
    const read = rendered({ schema: 3, zeroThreshold, zeroCount: 2, ...native });
    expect(read).toMatchObject({
      schema: 3,
      zeroThreshold,
      zeroCount: 2,
      positiveSpan,
      positiveDelta,
    });
  },
);

test('an empty one is known by the threshold of its zero bucket', () => {
  const read = rendered({ schema: -4, zeroThreshold, zeroCount: 0, lowest: 0, counts: [] });
  expect(read).toMatchObject({ schema: -4, zeroThreshold, zeroCount: 0 });
  expect(read).not.toHaveProperty('positiveSpan');
  expect(read).not.toHaveProperty('positiveDelta');
});

it('stands beside the classic buckets, with the time of its beginning', () => {
  const read = rendered({ schema: 0, zeroThreshold, zeroCount: 0, lowest: 0, counts: [1] });
  expect(read).toMatchObject({
    sampleCount: 1,
    bucket: [{ cumulativeCount: 1, upperBound: Infinity }],
    startTimestamp: { seconds: 1, nanos: 500_000_000 },
  });
});

it('has the exemplars of its buckets in the order of time', () => {
  const native = { schema: 0, zeroThreshold, zeroCount: 0, lowest: 0, counts: [1, 1, 1] };
  const given = family({
    name: 'h',
    kind: 'histogram',
    bounds: [1, 2],
    series: [{ buckets: [1, 1, 1], sum: 6, native }],
  });
  const times = [3_000, 1_000, 2_000];
  const exemplar = (bucket: number) => ({
    labels: [['conversation_id', 'c']] as const,
    value: bucket + 1,
    at: times[bucket],
  });
  const series = given.series.map((each) => ({ ...each, exemplar }));
  const pieces = createProtobufRenderer().render({ families: [{ ...given, series }], now: 0 });
  const [read] = parseProtobuf(Buffer.concat([...pieces]));
  const { histogram } = read?.metric?.[0] ?? {};
  expect(histogram?.exemplars?.map(({ value }) => value)).toEqual([2, 3, 1]);
  expect(histogram?.bucket.map((bucket) => bucket.exemplar)).toMatchObject([
    { value: 1 },
    { value: 2 },
    { value: 3 },
  ]);
});

it('reads back as it was, whatever it counts', () => {
  const native = fc.record({
    schema: fc.integer({ min: -4, max: 8 }),
    zeroThreshold: fc.constant(zeroThreshold),
    zeroCount: fc.nat({ max: 2 ** 30 }),
    lowest: fc.integer({ min: -10_000, max: 10_000 }),
    counts: fc.array(fc.oneof(fc.constant(0), fc.nat({ max: 2 ** 40 })), { maxLength: 200 }),
  });
  fc.assert(
    fc.property(native, (given) => {
      const read = rendered(given);
      expect(read).toMatchObject({ schema: given.schema, zeroCount: given.zeroCount });
      const counted = given.counts.map((count, at) => [given.lowest + at, count] as const);
      expect(countsOf(read)).toEqual(new Map(counted.filter(([, count]) => count > 0)));
    }),
  );
});
