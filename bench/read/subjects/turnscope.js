// Turnscope as it is published, from the files to the metrics. Argument: the folder.

import { createTranscriptSource } from '@turnscope/claude-code';
import { PerformanceMonitor } from '@turnscope/core';
import { printCost } from './print-cost.js';

const folders = [process.argv[2] ?? ''];
const monitor = new PerformanceMonitor();
const source = createTranscriptSource({ folders, sink: monitor.enableSource('transcripts') });
await printCost(async () => {
  await source.poll();
  source.drain();
  monitor.collect();
});
