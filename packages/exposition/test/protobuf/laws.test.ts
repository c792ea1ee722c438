import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createProtobufRenderer } from '../../src/index.ts';
import { expected, families } from '../support/arbitrary-families.ts';
import { family } from '../support/families.ts';
import { parseProtobuf, type ReadFamily } from '../support/parse-protobuf.ts';
import type { ParsedFamily } from '../support/parse-text.ts';

const kinds: readonly string[] = ['counter', 'gauge', '', '', 'histogram'];

it('says the same as text', () => {
  fc.assert(
    fc.property(families, (given) => {
      const pieces = createProtobufRenderer().render({ families: given.map(family), now: 0 });
      const read = parseProtobuf(Buffer.concat([...pieces]));
      expect(read.map(asText)).toEqual(given.map(expected).map(encodable));
    }),
  );
});

/** The samples that text would have. */
function asText({ name, help, type, metric = [] }: ReadFamily): ParsedFamily {
  const samples = metric.flatMap(({ label = [], gauge, counter, histogram }) => {
    const labels = Object.fromEntries(label.map(({ name, value }) => [name, value]));
    const single = gauge ?? counter;
    if (single) return [{ name, labels, value: single.value }];
    const buckets = (histogram?.bucket ?? []).map(({ upperBound, cumulativeCount }) => ({
      name: `${name}_bucket`,
      labels: { ...labels, le: upperBound === Infinity ? '+Inf' : String(upperBound + 0) },
      value: cumulativeCount,
    }));
    return [
      ...buckets,
      { name: `${name}_sum`, labels, value: histogram?.sampleSum ?? Number.NaN },
      { name: `${name}_count`, labels, value: histogram?.sampleCount ?? Number.NaN },
    ];
  });
  return { name, kind: kinds[type] ?? '', help, samples };
}

/** Half of a surrogate pair has no bytes of its own. */
function encodable(given: ParsedFamily): ParsedFamily {
  const text = (value: string) => Buffer.from(value).toString();
  const samples = given.samples.map(({ labels, ...sample }) => ({
    ...sample,
    labels: Object.fromEntries(Object.entries(labels).map(([key, value]) => [key, text(value)])),
  }));
  return { ...given, help: text(given.help), samples };
}
