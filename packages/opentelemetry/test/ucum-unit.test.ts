import { describe, expect, it } from '@jest/globals';
import { catalogue } from '@turnscope/core';
import { ucumUnit } from '../src/ucum-unit.ts';
import { prometheusName } from './support/prometheus-name.ts';

describe('every metric of the catalogue', () => {
  it.each(catalogue.map((metric) => [metric.name, metric] as const))(
    '%s keeps its name when OTLP is translated for Prometheus',
    (name, { kind, unit }) => {
      expect(prometheusName({ name, kind, unit: ucumUnit(unit) })).toBe(name);
    },
  );
});

describe('the translation that this is held against', () => {
  it.each([
    [
      'appends the words of a unit',
      { name: 'a.duration', kind: 'histogram', unit: 's' },
      'a_duration_seconds',
    ],
    [
      'appends ratio to a gauge of 1',
      { name: 'a.share', kind: 'gauge', unit: '1' },
      'a_share_ratio',
    ],
    ['drops what is in braces', { name: 'a.size', kind: 'gauge', unit: '{token}' }, 'a_size'],
    [
      'puts total last',
      { name: 'a.total.time', kind: 'counter', unit: 's' },
      'a_time_seconds_total',
    ],
  ] as const)('%s', (_name, metric, translated) => {
    expect(prometheusName(metric)).toBe(translated);
  });
});
