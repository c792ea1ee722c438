import { type Clock, type MetricFamily, systemClock } from '@turnscope/core';
import { monotonicClock } from '../system-clock.ts';
import { watchEventLoop } from './event-loop-lag.ts';
import { fileDescriptorFamilies } from './file-descriptors.ts';
import { watchGarbageCollection } from './garbage-collection.ts';
import { memoryFamilies } from './memory.ts';
import { nodeVersion } from './node-version.ts';
import { processorFamilies } from './processor.ts';
import { startTime } from './start-time.ts';

/** Metrics of this process and of Node, under the names that prom-client's default metrics have. */
export interface RuntimeMetrics {
  /** For `createExporterServer({ families })`. Starts a new interval of the event loop's lag. */
  families(): readonly MetricFamily[];
  /** Stops watching the event loop and garbage collection. */
  close(): void;
}

/** Begins to watch. Costs a timer every 10 ms; does not keep the process alive. */
export function createRuntimeMetrics(
  clocks: { readonly clock?: Clock; readonly stopwatch?: Clock } = {},
): RuntimeMetrics {
  const { clock = systemClock, stopwatch = monotonicClock } = clocks;
  const eventLoop = watchEventLoop(stopwatch);
  const garbageCollection = watchGarbageCollection();
  const fixed = [
    ...processorFamilies,
    startTime(clock),
    ...memoryFamilies,
    ...fileDescriptorFamilies(),
    nodeVersion,
    garbageCollection.family,
  ];
  return {
    families: () => [...fixed, ...eventLoop.families()],
    close() {
      eventLoop.close();
      garbageCollection.close();
    },
  };
}
