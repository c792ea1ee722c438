import { expect, test } from '@jest/globals';
import { createProtobufRenderer } from '../../src/index.ts';
import { family, type GivenFamily } from '../support/families.ts';
import { parseProtobuf } from '../support/parse-protobuf.ts';

function metricsOf(given: GivenFamily) {
  const pieces = createProtobufRenderer().render({ families: [family(given)], now: 0 });
  return parseProtobuf(Buffer.concat([...pieces]))[0]?.metric;
}

const startedAt = Date.UTC(2026, 10, 27, 12, 0, 0, 250);

test('a counter says since when it counts', () => {
  const series = [{ value: 3, startedAt }, { value: 4, startedAt }, { value: 5 }];
  expect(metricsOf({ name: 'n_total', kind: 'counter', series })).toEqual([
    { counter: { value: 3, startTimestamp: { seconds: startedAt / 1000 - 0.25, nanos: 25e7 } } },
    { counter: { value: 4, startTimestamp: { seconds: startedAt / 1000 - 0.25, nanos: 25e7 } } },
    { counter: { value: 5 } },
  ]);
});

test('nothing is said of a beginning that nobody knows any more, nor of a gauge', () => {
  const unknown = [{ value: 3, startedAt: Number.NaN }];
  expect(metricsOf({ name: 'n_total', kind: 'counter', series: unknown })).toEqual([
    { counter: { value: 3 } },
  ]);
  expect(metricsOf({ name: 'n', kind: 'gauge', series: [{ value: 3, startedAt }] })).toEqual([
    { gauge: { value: 3 } },
  ]);
});
