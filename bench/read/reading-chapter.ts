import type { IdleResults } from '../measure.ts';
import type { ReadingResults } from './compare-readers.ts';

/** The chapter of docs/benchmarks.md on reading transcripts. */
export function readingChapter({ megabytes, readings }: ReadingResults, idle: IdleResults): string {
  const rows = readings.map(
    ({ name, cpuSeconds, megabytesPerSecond, peakMegabytes, ratio }) =>
      `| ${name} | ${cpuSeconds.toFixed(2)} s | ${megabytesPerSecond.toFixed(0)} | ${peakMegabytes.toFixed(0)} | ${ratio.toFixed(3)} |`,
  );
  return `## Reading transcripts

${megabytes.toFixed(0)} MB of generated transcripts (median line 1.1 kB, 99 % below 61 kB), each reader on one core.
The time is that of the processor; of the two programs on Node it is that of the reading, without the start
of Node. ccusage is its native program. Turnscope reads the files, follows the structure of every line, translates what matters into
events and records them; readline + JSON.parse only parses; \`wc -l\` only counts lines.

| | time | MB/s | peak MB | ratio |
|---|---:|---:|---:|---:|
${rows.join('\n')}

Watching ${idle.count.toLocaleString('en')} files in which nothing happens: ${idle.pollMilliseconds.toFixed(0)} ms of processor time for a poll, two polls a second, and
${idle.heapMegabytes.toFixed(0)} MB of heap in all.
`;
}
