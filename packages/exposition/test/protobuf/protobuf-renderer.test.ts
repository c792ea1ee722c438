import { describe, expect, it } from '@jest/globals';
import type { MetricFamily } from '@turnscope/core';
import { createProtobufRenderer } from '../../src/index.ts';
import { family } from '../support/families.ts';
import { parseProtobuf } from '../support/parse-protobuf.ts';

function render(families: readonly MetricFamily[]): Uint8Array {
  return Buffer.concat([...createProtobufRenderer().render({ families, now: 0 })]);
}

describe('protobuf', () => {
  it('writes a counter byte for byte as client_model says', () => {
    const given = family({
      name: 'n_total',
      kind: 'counter',
      help: 'H',
      labels: ['a'],
      series: [{ labelValues: ['é'], value: 1 }],
    });
    const message = [
      ...[0x0a, 7, ...Buffer.from('n_total')],
      ...[0x12, 1, ...Buffer.from('H')],
      ...[0x18, 0],
      ...[0x22, 20],
      ...[0x0a, 7, 0x0a, 1, ...Buffer.from('a'), 0x12, 2, ...Buffer.from('é')],
      ...[0x1a, 9, 0x09, 0, 0, 0, 0, 0, 0, 0xf0, 0x3f],
    ];
    expect([...render([given])]).toEqual([message.length, ...message]);
  });

  it('writes the counts of buckets up to each bound, +Inf last', () => {
    const given = family({
      name: 'latency_seconds',
      kind: 'histogram',
      bounds: [0.5, 20],
      series: [{ buckets: [1, 0, 2 ** 40], sum: 150.25 }],
    });
    expect(parseProtobuf(render([given]))).toEqual([
      {
        name: 'latency_seconds',
        help: 'Help.',
        type: 4,
        metric: [
          {
            histogram: {
              sampleCount: 2 ** 40 + 1,
              sampleSum: 150.25,
              bucket: [
                { cumulativeCount: 1, upperBound: 0.5 },
                { cumulativeCount: 1, upperBound: 20 },
                { cumulativeCount: 2 ** 40 + 1, upperBound: Infinity },
              ],
            },
          },
        ],
      },
    ]);
  });

  it('shows an exemplar in its bucket, but none that is too long or in an empty bucket', () => {
    const given = family({
      name: 'h',
      kind: 'histogram',
      bounds: [1, 2],
      series: [{ buckets: [1, 1, 0], sum: 2 }],
    });
    const exemplars = [
      { labels: [['id', 'a"b']] as const, value: 0.5, at: 1_700_000_000_250 },
      { labels: [['id', 'x'.repeat(127)]] as const, value: 1.5 },
      { labels: [], value: 3 },
    ];
    const exemplar = (bucket: number) => exemplars[bucket];
    const series = given.series.map((each) => ({ ...each, exemplar }));
    const [read] = parseProtobuf(render([{ ...given, series }]));
    expect(read?.metric?.[0]?.histogram?.bucket.map((bucket) => bucket.exemplar)).toEqual([
      {
        label: [{ name: 'id', value: 'a"b' }],
        value: 0.5,
        timestamp: { seconds: 1_700_000_000, nanos: 250_000_000 },
      },
      undefined,
      undefined,
    ]);
  });

  it('leaves out a family without series', () => {
    expect(render([family({ name: 'nothing', series: [] })]).length).toBe(0);
  });

  it('hands out pieces of about 64 kB, and one that is longer where a metric is', () => {
    const long = 'x'.repeat(100_000);
    const labelValues = [...Array.from({ length: 5_000 }, (_, at) => `model-${at}`), long];
    const series = labelValues.map((value) => ({ labelValues: [value] }));
    const many = family({ name: 'many', labels: ['model'], series });
    const pieces = [...createProtobufRenderer().render({ families: [many], now: 0 })];
    const lengths = pieces.map(({ length }) => length);
    expect(lengths.length).toBeGreaterThan(2);
    expect(lengths.filter((length) => length > 64 * 1024).length).toBe(1);
    expect(parseProtobuf(Buffer.concat(pieces))[0]?.metric?.length).toBe(5_001);
  });
});
