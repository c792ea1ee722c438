import { spawnSync } from 'node:child_process';
import { describe, expect, it, test } from '@jest/globals';
import { PerformanceMonitor } from '@turnscope/core';
import { describeWith, pythonModule } from '@turnscope/testing';
import { createOpenMetricsRenderer } from '../../src/index.ts';

function rendered(conversationId: string, traceId?: string): string {
  const monitor = new PerformanceMonitor({ exemplars: true });
  const response = { processType: 'tactical', model: 'opus', outcome: 'success' } as const;
  monitor.recordResponse({ ...response, conversationId, traceId, durationSeconds: 1, at: 0 });
  return [...createOpenMetricsRenderer().render(monitor.collect())].join('');
}

const exemplarsOf = (text: string) =>
  [...text.matchAll(/ # (\{.*\}) 1 0$/gm)].map(([, ids]) => ids);

// Such ids are right, but a real Prometheus 2.42 said `expected label value, got "INVALID"` to the NUL, and
// kept nothing of the scrape.
describe.each(['a\0b', 'a}b'])('an id such as %j', (odd) => {
  test('stands in no exemplar of OpenMetrics', () => {
    expect(exemplarsOf(rendered(odd))).toEqual([]);
  });

  test('hides no other id', () => {
    expect(exemplarsOf(rendered(odd, 'abc'))).toEqual(['{trace_id="abc"}']);
  });
});

const parser = pythonModule('prometheus_client');
const program = `
import sys
from prometheus_client.openmetrics.parser import text_string_to_metric_families
list(text_string_to_metric_families(sys.stdin.buffer.read().decode("utf-8")))
`;

describeWith(parser, 'the strict parser of OpenMetrics', () => {
  it.each([
    'a}b',
    'x} # {',
    'a"b',
    'a\\',
    'a\nb',
    'a\r\nb',
    ' # ',
    '# EOF',
    '{',
    '\u2028',
    '\ud800',
  ])('accepts an exemplar of %j', (id) => {
    const { stderr } = spawnSync(parser.python, ['-c', program], { input: rendered(id) });
    expect(String(stderr)).toBe('');
  });
});
