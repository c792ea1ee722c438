import { expect, test } from '@jest/globals';
import type { MetricFamily } from '@turnscope/core';
import { createRenderer, type Format } from '../../src/index.ts';
import { family } from '../support/families.ts';

const startedAt = Date.UTC(2026, 10, 27, 12, 0, 0, 250);
const labels = ['outcome'];
const labelValues = ['error'];

const counter = family({
  name: 'n_total',
  kind: 'counter',
  labels,
  series: [{ labelValues, value: 3, startedAt }],
});
const histogram = family({
  name: 'h',
  kind: 'histogram',
  bounds: [],
  series: [{ buckets: [2], sum: 5, startedAt }],
});

function lines(given: MetricFamily, created?: boolean, format: Format = 'openmetrics') {
  const pieces = createRenderer(format, { created }).render({ families: [given], now: 0 });
  const text = [...pieces].join('');
  return text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
}

test('OpenMetrics says when a counter or histogram began, when it is asked to', () => {
  expect(lines(counter, true)).toEqual([
    'n_total{outcome="error"} 3',
    'n_created{outcome="error"} 1795780800.25',
  ]);
  expect(lines(histogram, true).at(-1)).toBe('h_created 1795780800.25');
});

test('nobody asked, or text 0.0.4: no such line', () => {
  expect(lines(counter)).toEqual(['n_total{outcome="error"} 3']);
  expect(lines(counter, true, 'text')).toEqual(['n_total{outcome="error"} 3']);
});

test('a gauge did not begin, and of some counters nobody knows', () => {
  const gauge = family({ name: 'g', series: [{ value: 3, startedAt }] });
  const unknown = family({
    name: 'n_total',
    kind: 'counter',
    series: [{ value: 1, startedAt: Number.NaN }, { value: 2 }],
  });
  expect(lines(gauge, true)).toEqual(['g 3']);
  expect(lines(unknown, true)).toEqual(['n_total 1', 'n_total 2']);
});
