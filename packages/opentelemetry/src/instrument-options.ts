import type { MetricOptions } from '@opentelemetry/api';
import type { MetricDefinition } from '@turnscope/core';
import { ucumUnit } from './ucum-unit.ts';

/** What the catalogue says of a metric, for the instrument that shows it. */
export function instrumentOptions({ help, unit }: MetricDefinition): MetricOptions {
  return { description: help, unit: ucumUnit(unit) };
}
