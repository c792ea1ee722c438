import { describe, expect, it } from '@jest/globals';
import { metric } from '../../src/metric.ts';
import { metricSection } from '../../src/metrics-page/metric-section.ts';

describe('metricSection', () => {
  it('tells kind, unit, labels with their values where they are known, buckets, sources and a query', () => {
    expect(metricSection(metric('compaction_ratio'))).toBe(`### turnscope_compaction_ratio

Context size after a compaction divided by the size before; lower is better.

- histogram, from 0 to 1
- labels: \`process_type\`; \`trigger\` (auto, manual)
- buckets: 0.05 0.1 0.15 0.2 0.25 0.3 0.35 0.4 0.45 0.5 0.55 0.6 0.65 0.7 0.75 0.8 0.85 0.9 0.95 1 +Inf. Steps of 5 %: ratios run from 0 to 1, and a quantile is at most one step off.
- sources: transcripts, stream, code

\`\`\`promql
histogram_quantile(0.95, sum by (le, process_type) (rate(turnscope_compaction_ratio_bucket[1h])))
\`\`\``);
  });

  it.each([
    ['of the cells of a row', 'tokens_total', '`type` (input, output, cache_read, cache_creation)'],
    ['of the gauge of a signal: its own window', 'signal_completion_ratio', '`window` (1h)'],
    ['where there are none', 'record_failures_total', '- no labels'],
  ])('tells the labels %s', (_, name, labels) => {
    expect(metricSection(metric(name))).toContain(labels);
  });
});
