import { describe, expect, it } from '@jest/globals';
import type { Exemplar, MetricFamily } from '@turnscope/core';
import { createOpenMetricsRenderer, createTextRenderer } from '../../src/index.ts';
import { family } from '../support/families.ts';

function render(families: readonly MetricFamily[]): string {
  return [...createOpenMetricsRenderer().render({ families, now: 0 })].join('');
}

/** A histogram of two buckets, with one observation in the first. */
function withExemplar(exemplar: Exemplar): MetricFamily {
  const given = family({
    name: 'latency_seconds',
    kind: 'histogram',
    bounds: [1],
    series: [{ buckets: [1, 0], sum: 0.5 }],
  });
  const series = given.series.map((each) => ({ ...each, exemplar: () => exemplar }));
  return { ...given, series };
}

describe('OpenMetrics', () => {
  it('writes counters, gauges and histograms in its own way', () => {
    const turns = family({
      name: 'turns_total',
      kind: 'counter',
      help: 'Turns by "outcome".\nA \\ stays.',
      labels: ['model'],
      series: [{ labelValues: ['claude "x"\n'], value: 3 }],
    });
    const tokens = {
      ...family({ name: 'tokens_total', kind: 'counter', series: [{ value: 7 }] }),
      unit: 'tokens' as const,
    };
    const cost = {
      ...family({ name: 'cost_usd_total', kind: 'counter', series: [{ value: 0.5 }] }),
      unit: 'usd' as const,
    };
    const handles = family({ name: 'handles', kind: 'counter', series: [{ value: 1 }] });
    const age = { ...family({ name: 'age', series: [{ value: 2 }] }), unit: 'seconds' as const };
    const size = {
      ...family({
        name: 'size_tokens',
        kind: 'histogram',
        labels: ['model'],
        bounds: [0.5, 1, 1_000_000],
        series: [{ labelValues: ['m'], buckets: [1, 0, 2, 4], sum: 150.25 }],
      }),
      unit: 'tokens' as const,
    };
    expect(render([turns, tokens, cost, handles, age, size])).toBe(`\
# TYPE turns counter
# HELP turns Turns by \\"outcome\\".\\nA \\\\ stays.
turns_total{model="claude \\"x\\"\\n"} 3
# TYPE tokens counter
# HELP tokens Help.
tokens_total 7
# TYPE cost_usd counter
# UNIT cost_usd usd
# HELP cost_usd Help.
cost_usd_total 0.5
# TYPE handles counter
# HELP handles Help.
handles_total 1
# TYPE age gauge
# HELP age Help.
age 2
# TYPE size_tokens histogram
# UNIT size_tokens tokens
# HELP size_tokens Help.
size_tokens_bucket{model="m",le="0.5"} 1
size_tokens_bucket{model="m",le="1.0"} 1
size_tokens_bucket{model="m",le="1e+06"} 3
size_tokens_bucket{model="m",le="+Inf"} 7
size_tokens_sum{model="m"} 150.25
size_tokens_count{model="m"} 7
# EOF
`);
  });

  it('ends even where there is nothing', () => {
    expect(render([])).toBe('# EOF\n');
  });

  it('shows an exemplar behind the bucket it fell into, and behind no empty one', () => {
    const shown = withExemplar({ labels: [['id', 'a"b']], value: 0.5, at: 1_700_000_000_250 });
    const text = render([shown]);
    expect(text).toContain(
      'latency_seconds_bucket{le="1.0"} 1 # {id="a\\"b"} 0.5 1700000000.25\n' +
        'latency_seconds_bucket{le="+Inf"} 1\n',
    );
  });

  it('shows an exemplar without a time', () => {
    expect(render([withExemplar({ labels: [], value: 0.5 })])).toContain('1 # {} 0.5\n');
  });

  it.each([
    { length: 126, shown: true },
    { length: 127, shown: false },
  ])('an exemplar of $length characters and a name of two is shown: $shown', (given) => {
    const value = '🌞'.repeat(given.length);
    const text = render([withExemplar({ labels: [['id', value]], value: 0.5 })]);
    expect(text.includes('🌞')).toBe(given.shown);
  });

  it('text 0.0.4 has no exemplars', () => {
    const families = [withExemplar({ labels: [['id', 'a']], value: 0.5 })];
    const text = [...createTextRenderer().render({ families, now: 0 })].join('');
    expect(text).toContain('latency_seconds_bucket{le="1"} 1\n');
  });
});
