import { describe, expect, it } from '@jest/globals';
import { translateOtlp } from '../../src/otlp/index.ts';
import type { OtlpMetric } from '../../src/otlp/otlp-request.ts';

const translated = (...metrics: readonly OtlpMetric[]) =>
  translateOtlp({ resourceMetrics: [{ scopeMetrics: [{ metrics }] }] });

const attributes = [{ key: 'model.name', value: { stringValue: 'm' } }];
const labels = { model_name: 'm' };

/** A histogram with something else about it. */
function histogram(change: object): OtlpMetric {
  const point = { count: '3', sum: 12.5, bucketCounts: ['1', '2'], explicitBounds: [0.5] };
  const dataPoints = [{ ...point, ...change }];
  return { name: 'h', histogram: { dataPoints, aggregationTemporality: 2 } };
}

const gauge = (point: object): OtlpMetric => ({ name: 'g', gauge: { dataPoints: [point] } });

describe('what a Prometheus shows of a request', () => {
  it('has the names, kinds, help, labels and numbers of Prometheus', () => {
    const sum = { isMonotonic: true, aggregationTemporality: 2 };
    const families = translated(
      {
        ...{ name: 'a.turns', description: 'Turns.', unit: '{turn}' },
        sum: { ...sum, dataPoints: [{ attributes, asDouble: 3 }] },
      },
      { name: 'a.age', unit: 's', gauge: { dataPoints: [{ asInt: '-9' }, { asDouble: 'NaN' }] } },
      { name: 'a.up.down', sum: { dataPoints: [{ asDouble: 0 }], aggregationTemporality: 2 } },
      { ...histogram({ attributes }), name: 'a.time', unit: 's' },
    );
    const buckets = new Map([
      [0.5, 1],
      [Number.POSITIVE_INFINITY, 3],
    ]);
    expect(families).toEqual([
      { name: 'a_turns_total', kind: 'counter', help: 'Turns.', series: [{ labels, value: 3 }] },
      {
        ...{ name: 'a_age_seconds', kind: 'gauge', help: '' },
        series: [
          { labels: {}, value: -9 },
          { labels: {}, value: Number.NaN },
        ],
      },
      { name: 'a_up_down', kind: 'gauge', help: '', series: [{ labels: {}, value: 0 }] },
      {
        ...{ name: 'a_time_seconds', kind: 'histogram', help: '' },
        series: [{ labels, buckets, sum: 12.5, count: 3 }],
      },
    ]);
  });

  it('is nothing of an empty request', () => expect(translateOtlp({})).toEqual([]));

  it.each<{ readonly what: string; readonly metric: OtlpMetric }>([
    { what: 'no data', metric: { name: 'a' } },
    { what: 'data of two kinds', metric: { ...gauge({ asDouble: 1 }), sum: {} } },
    { what: 'differences', metric: { name: 'a', sum: { aggregationTemporality: 1 } } },
    { what: 'a sum that does not say', metric: { name: 'a', sum: { isMonotonic: true } } },
    { what: 'histograms of differences', metric: { name: 'a', histogram: {} } },
    { what: 'a point without a number', metric: gauge({}) },
    { what: 'null, as JSON makes of NaN', metric: gauge({ asDouble: null }) },
    { what: 'text that is no number', metric: gauge({ asInt: '1e' }) },
    { what: 'empty text', metric: gauge({ asInt: '' }) },
    { what: 'a label twice', metric: gauge({ asDouble: 1, attributes: twice('a.b', 'a_b') }) },
    { what: 'a label without a name', metric: gauge({ asDouble: 1, attributes: twice('', 'a') }) },
    {
      what: 'an attribute that is no text',
      metric: gauge({ asDouble: 1, attributes: [{ key: 'a', value: { intValue: '1' } }] }),
    },
    { what: 'a bucket too few', metric: histogram({ bucketCounts: ['3'] }) },
    { what: 'a count beside its buckets', metric: histogram({ count: '4' }) },
    { what: 'no count', metric: histogram({ count: undefined }) },
    { what: 'no sum', metric: histogram({ sum: undefined }) },
    {
      what: 'bounds that fall',
      metric: histogram({ explicitBounds: [2, 1], bucketCounts: ['1', '1', '1'] }),
    },
  ])('is refused with $what', ({ metric }) => {
    expect(() => translated(metric)).toThrow(`${metric.name}: `);
  });

  it('has a label that begins with a digit behind key_', () => {
    const point = { asDouble: 1, attributes: [{ key: '1.a', value: { stringValue: '' } }] };
    expect(translated(gauge(point))[0]?.series[0]?.labels).toEqual({ key_1_a: '' });
  });
});

function twice(...keys: readonly string[]) {
  return keys.map((key) => ({ key, value: { stringValue: 'x' } }));
}
