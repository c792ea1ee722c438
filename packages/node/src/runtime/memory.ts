import type { MetricFamily } from '@turnscope/core';
import { singleValue } from './runtime-family.ts';

/** Memory of this process. */
export const memoryFamilies: readonly MetricFamily[] = [
  memory('process_resident_memory_bytes', 'Resident memory size in bytes.', () =>
    process.memoryUsage.rss(),
  ),
  memory(
    'nodejs_heap_size_total_bytes',
    'Process heap size from Node.js in bytes.',
    () => process.memoryUsage().heapTotal,
  ),
  memory(
    'nodejs_heap_size_used_bytes',
    'Process heap size used from Node.js in bytes.',
    () => process.memoryUsage().heapUsed,
  ),
  memory(
    'nodejs_external_memory_bytes',
    'Node.js external memory size in bytes.',
    () => process.memoryUsage().external,
  ),
];

function memory(name: string, help: string, bytes: () => number): MetricFamily {
  return singleValue('gauge', { name, unit: 'bytes', help }, bytes);
}
