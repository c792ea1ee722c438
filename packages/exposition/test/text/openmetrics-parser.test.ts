import { spawnSync } from 'node:child_process';
import { expect, it } from '@jest/globals';
import { describeWith, pythonModule } from '@turnscope/testing';
import { createOpenMetricsRenderer } from '../../src/index.ts';
import { family } from '../support/families.ts';
import { busyMonitor } from '../support/fixtures.ts';

/** Prints how many samples and exemplars there are, or fails. */
const program = `
import sys
from prometheus_client.openmetrics.parser import text_string_to_metric_families
text = sys.stdin.buffer.read().decode("utf-8")
samples = [s for f in text_string_to_metric_families(text) for s in f.samples]
print(len(samples), len([s for s in samples if s.exemplar]))
`;

const parser = pythonModule('prometheus_client');

describeWith(parser, 'the strict parser of OpenMetrics', () => {
  it('accepts the metrics of a monitor that recorded unusual names, and exemplars', () => {
    const { families, now } = busyMonitor().collect();
    const given = family({
      name: 'latency_seconds',
      kind: 'histogram',
      bounds: [1, 1_000_000],
      series: [{ buckets: [1, 1, 1], sum: 2_000_003 }],
    });
    const labels = [['conversation_id', 'a "quoted" id']] as const;
    const values = [0.5, 2.5, 2_000_000];
    const exemplar = (bucket: number) => ({ labels, value: values[bucket] ?? 0, at: 1_500 });
    const shown = { ...given, series: given.series.map((each) => ({ ...each, exemplar })) };

    const input = [
      ...createOpenMetricsRenderer({ created: true }).render({
        families: [...families, shown],
        now,
      }),
    ].join('');
    expect(input).toContain('turnscope_turns_created{');
    const { stdout, stderr } = spawnSync(parser.python, ['-c', program], {
      input,
      encoding: 'utf8',
    });
    const lines = input.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    expect({ stdout, stderr }).toEqual({ stdout: `${lines.length} 3\n`, stderr: '' });
  });
});
