import type { MetricKind } from '@turnscope/core';

const words: Readonly<Record<string, string>> = { s: 'seconds', By: 'bytes' };

/**
 * The name that the OTLP receivers of Prometheus and of the Collector make, by the rules of the OpenTelemetry
 * specification (compatibility/prometheus_and_openmetrics.md) for the units that we use.
 */
export function prometheusName(metric: {
  readonly name: string;
  readonly kind: MetricKind;
  readonly unit: string;
}): string {
  const { name, kind, unit } = metric;
  let parts = name.split(/[^a-zA-Z0-9]+/).filter((part) => part !== '');
  const append = (word: string) => {
    parts = [...parts.filter((part) => part !== word), word];
  };
  const word = words[unit.replace(/\{.*\}/, '')];
  if (word !== undefined && !parts.includes(word)) append(word);
  if (kind === 'counter') append('total');
  if (kind === 'gauge' && unit === '1') append('ratio');
  return parts.join('_');
}
