import { describe, expect, it } from '@jest/globals';
import { type MetricFamily, PerformanceMonitor } from '@turnscope/core';
import { createTextRenderer } from '../../src/index.ts';
import { family } from '../support/families.ts';

function render(families: readonly MetricFamily[]): string {
  return [...createTextRenderer().render({ families, now: 0 })].join('');
}

describe('render', () => {
  it('writes counters, gauges and histograms as Prometheus reads them', () => {
    const turns = family({
      name: 'turns_total',
      kind: 'counter',
      help: 'Turns by "outcome".\nA \\ stays.',
      labels: ['model', 'outcome'],
      series: [
        { labelValues: ['claude "x"', 'success'], value: 3 },
        { labelValues: ['a\\b\nc', 'error'], value: 0 },
      ],
    });
    const age = family({ name: 'age_seconds', help: 'Age.', series: [{ value: Number.NaN }] });
    const latency = family({
      name: 'latency_seconds',
      kind: 'histogram',
      help: 'Latency.',
      labels: ['model'],
      bounds: [0.5, 1, 20],
      series: [{ labelValues: ['m'], buckets: [1, 0, 2, 4], sum: 150.25 }],
    });
    const pause = family({
      name: 'pause_seconds',
      kind: 'histogram',
      bounds: [1],
      series: [{ buckets: [0, 0] }],
    });

    expect(render([turns, age, latency, pause])).toBe(`\
# HELP turns_total Turns by "outcome".\\nA \\\\ stays.
# TYPE turns_total counter
turns_total{model="claude \\"x\\"",outcome="success"} 3
turns_total{model="a\\\\b\\nc",outcome="error"} 0
# HELP age_seconds Age.
# TYPE age_seconds gauge
age_seconds NaN
# HELP latency_seconds Latency.
# TYPE latency_seconds histogram
latency_seconds_bucket{model="m",le="0.5"} 1
latency_seconds_bucket{model="m",le="1"} 1
latency_seconds_bucket{model="m",le="20"} 3
latency_seconds_bucket{model="m",le="+Inf"} 7
latency_seconds_sum{model="m"} 150.25
latency_seconds_count{model="m"} 7
# HELP pause_seconds Help.
# TYPE pause_seconds histogram
pause_seconds_bucket{le="1"} 0
pause_seconds_bucket{le="+Inf"} 0
pause_seconds_sum 0
pause_seconds_count 0
`);
  });

  it('leaves out a family without series', () => {
    expect(render([family({ name: 'nothing', series: [] })])).toBe('');
  });

  it('reads series at the time of the collection', () => {
    const given = family({ name: 'now', series: [{}] });
    const series = [{ labelValues: [], value: (now: number) => now, read: () => {} }];
    const renderer = createTextRenderer();
    const text = [...renderer.render({ families: [{ ...given, series }], now: 7 })].join('');
    expect(text).toContain('now 7\n');
  });

  it('shows at a second scrape what has changed since the first', () => {
    const monitor = new PerformanceMonitor({ clock: { now: () => 0 } });
    const renderer = createTextRenderer();
    const scrape = () => [...renderer.render(monitor.collect())].join('');
    const line = 'turnscope_conversations_started_total{process_type="tactical"}';
    expect(scrape()).toContain(`${line} 0\n`);
    monitor.startConversation({ conversationId: 'c', processType: 'tactical' });
    expect(scrape()).toContain(`${line} 1\n`);
  });

  it('hands out pieces of about 64 kB and cuts only between series', () => {
    const series = Array.from({ length: 5_000 }, (_, at) => ({ labelValues: [`model-${at}`] }));
    const many = family({ name: 'many', labels: ['model'], series });
    const pieces = [...createTextRenderer().render({ families: [many], now: 0 })];
    const full = pieces.filter((piece) => piece !== '');
    expect(full.length).toBe(3);
    for (const piece of full) {
      expect(piece.length).toBeLessThan(66_000);
      expect(piece.endsWith(' 0\n')).toBe(true);
    }
  });
});
