import { type MetricDefinition, rowKinds, signals } from '@turnscope/core';

/** The values that a label of a metric may take; undefined where they come from outside. */
export function labelValues(
  metric: MetricDefinition,
  label: string,
): readonly string[] | undefined {
  if (label === metric.cellLabel?.name) return metric.cellLabel.values;
  const signal = signals.find((each) => each.metric === metric);
  if (signal !== undefined && label === 'window') return [signal.window];
  const domains: Readonly<Record<string, 'open' | readonly string[]>> = rowKinds[metric.rows];
  const domain = domains[label];
  return domain === 'open' ? undefined : domain;
}
