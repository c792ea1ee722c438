import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { MetricFamily } from '@turnscope/core';
import { singleValue } from './runtime-family.ts';

const openFiles = '/proc/self/fd';
const limits = '/proc/self/limits';

/** Open files and their limit. Empty where there is no /proc, that is, anywhere but on Linux. */
export function fileDescriptorFamilies(): readonly MetricFamily[] {
  if (!existsSync(openFiles)) return [];
  const limit = readLimit(readFileSync(limits, 'utf8'));
  return [
    singleValue(
      'gauge',
      { name: 'process_open_fds', help: 'Number of open file descriptors.' },
      // Listing the folder opens it.
      () => readdirSync(openFiles).length - 1,
    ),
    singleValue(
      'gauge',
      { name: 'process_max_fds', help: 'Maximum number of open file descriptors.' },
      () => limit,
    ),
  ];
}

/** The soft limit from the text of /proc/self/limits; Infinity when there is none. */
export function readLimit(text: string): number {
  const value = /^Max open files\s+(\S+)/m.exec(text)?.[1];
  return value === undefined || value === 'unlimited' ? Number.POSITIVE_INFINITY : Number(value);
}
