import { describe, expect, it } from '@jest/globals';
import { prometheusName } from '@turnscope/conformance/otlp';
import { catalogue } from '@turnscope/core';
import { ucumUnit } from '../src/ucum-unit.ts';

describe('every metric of the catalogue', () => {
  it.each(catalogue.map((metric) => [metric.name, metric] as const))(
    '%s keeps its name when OTLP is translated for Prometheus',
    (name, { kind, unit }) => {
      expect(prometheusName({ name, kind, unit: ucumUnit(unit) })).toBe(name);
    },
  );
});
