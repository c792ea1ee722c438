import { describe, expect, it } from '@jest/globals';
import type { MetricFamily } from '@turnscope/core';
import fc from 'fast-check';
import { createOpenMetricsRenderer, createTextRenderer } from '../../src/index.ts';
import { family } from '../support/families.ts';

/** A histogram whose series can be changed; tells how often labels were read, which writing lines needs. */
function countingFamily(count: number) {
  const values = Array.from({ length: count }, () => 0);
  const reads = { count: 0 };
  const series = values.map((_, at) => ({
    get labelValues() {
      reads.count += 1;
      return [`model-${at}`];
    },
    value: () => 0,
    read: (_now: number, into: Float64Array) => into.set([values[at] ?? 0, 0, values[at] ?? 0]),
  }));
  const given = family({
    name: 'h',
    kind: 'histogram',
    labels: ['model'],
    bounds: [1],
    series: [],
  });
  return { values, reads, family: { ...given, series } as MetricFamily };
}

describe('a later scrape', () => {
  it('writes only those series anew that have changed', () => {
    const { values, reads, family: given } = countingFamily(100);
    const renderer = createTextRenderer();
    const scrape = () => [...renderer.render({ families: [given], now: 0 })].join('');
    scrape();
    scrape();
    const before = reads.count;
    values[7] = 3;
    expect(scrape()).toContain('h_bucket{model="model-7",le="1"} 3\n');
    expect(reads.count - before).toBe(1);
  });

  it('does not confuse series that moved to other places', () => {
    const [a, b, c] = ['a', 'b', 'c'].map((name) => ({
      labelValues: [name],
      value: () => 1,
      read: () => {},
    }));
    const given = family({ name: 'g', labels: ['name'], series: [] });
    const moving = { ...given, series: [a, b] as MetricFamily['series'] };
    const renderer = createTextRenderer();
    const scrape = () => [...renderer.render({ families: [moving], now: 0 })].join('');
    scrape();
    scrape();
    moving.series = [c, b] as MetricFamily['series'];
    expect(scrape()).toMatch(/g\{name="c"\} 1\ng\{name="b"\} 1\n$/);
  });

  it.each([
    { name: 'text', create: createTextRenderer },
    { name: 'OpenMetrics', create: createOpenMetricsRenderer },
  ])('answers what a new renderer would, whatever changed ($name)', ({ create }) => {
    const steps = fc.array(fc.array(fc.tuple(fc.nat({ max: 9 }), fc.nat())), { maxLength: 5 });
    fc.assert(
      fc.property(steps, (given) => {
        const { values, family: changing } = countingFamily(10);
        const renderer = create();
        for (const step of given) {
          for (const [at, value] of step) values[at] = value;
          const text = (from: typeof renderer) =>
            [...from.render({ families: [changing], now: 0 })].join('');
          expect(text(renderer)).toBe(text(create()));
        }
      }),
    );
  });
});
