import { catalogue, type PerformanceMonitor } from '@turnscope/core';
import type { Metric, Registry, RegistryContentType } from 'prom-client';
import { SharedCollection } from './shared-collection.ts';
import { StoreMetric } from './store-metric.ts';

/** A registry of prom-client 15, for either of its text formats. */
export type PromClientRegistry = Registry<RegistryContentType>;

/**
 * Makes the metrics of the monitor part of `registry`; the answer takes those out again that are
 * still there.
 *
 * All of the catalogue is registered at once, so that a source that is enabled later shows by itself
 * and nobody takes its names in between; what has no series shows its help and type. Each scrape
 * collects once. `registry.resetMetrics()` leaves these metrics as they are: the store belongs to the
 * monitor, and its counters never fall.
 *
 * Registering the same monitor again puts back what was removed and changes nothing else. Throws an
 * Error that names the metric when the registry has another of that name; then nothing was registered.
 */
export function registerTurnscope(
  registry: PromClientRegistry,
  monitor: PerformanceMonitor,
): () => void {
  const standing = new Map(catalogue.map(({ name }) => [name, find(registry, name, monitor)]));
  const collection =
    [...standing.values()].find((metric) => metric !== undefined)?.collection ??
    new SharedCollection(monitor);
  const metrics = catalogue.map((definition) => {
    const { name } = definition;
    return { name, metric: standing.get(name) ?? new StoreMetric(definition, collection) };
  });
  for (const { name, metric } of metrics) {
    if (standing.get(name) === undefined) registry.registerMetric(asMetric(metric));
  }
  return () => {
    for (const { name, metric } of metrics) {
      if (registry.getSingleMetric(name) === asMetric(metric)) registry.removeSingleMetric(name);
    }
  };
}

/** What an earlier call registered for this monitor. */
function find(
  registry: PromClientRegistry,
  name: string,
  monitor: PerformanceMonitor,
): StoreMetric | undefined {
  const known: unknown = registry.getSingleMetric(name);
  if (known === undefined) return undefined;
  if (known instanceof StoreMetric && known.collection.monitor === monitor) return known;
  throw new Error(
    `registerTurnscope: the registry has another metric named ${name}; take it out, or use a registry of its own for each monitor`,
  );
}

/** The types of a registry name prom-client's four classes only; it uses what a `StoreMetric` has. */
function asMetric(metric: StoreMetric): Metric {
  return metric as unknown as Metric;
}
