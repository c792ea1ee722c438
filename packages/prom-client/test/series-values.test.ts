import { expect, it } from '@jest/globals';
import { catalogue, PerformanceMonitor } from '@turnscope/core';
import { SeriesValues } from '../src/series-values.ts';
import { SharedCollection } from '../src/shared-collection.ts';

it.each(catalogue)('gives the same labels of $name at every scrape', async (definition) => {
  const monitor = new PerformanceMonitor({ clock: { now: () => 0 } });
  const collection = new SharedCollection(monitor);
  const values = new SeriesValues(definition);
  const first = values.read(collection.moment);
  await Promise.resolve();
  const second = values.read(collection.moment);
  for (const [at, { labels, sharedLabels }] of first.entries()) {
    expect(second[at]?.labels).toBe(labels);
    expect(second[at]?.sharedLabels).toBe(sharedLabels);
  }
});
