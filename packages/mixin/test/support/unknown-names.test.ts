import { describe, expect, it } from '@jest/globals';
import { promqlBlocks } from './promql-blocks.ts';
import { unknownNames } from './unknown-names.ts';

describe('unknownNames', () => {
  it.each([
    [
      'sum by (process_type, outcome) (increase(turnscope_turns_total{outcome=~"success|error"}[1h]))',
    ],
    ['histogram_quantile(0.9, sum by (le) (rate(turnscope_turn_duration_seconds_bucket[1h])))'],
    ['turnscope_rows / on (job, instance, event) turnscope_rows_limit'],
    ['up{job="turnscope"} == 0'],
  ])('finds nothing in %s', (query) => {
    expect(unknownNames(query)).toEqual([]);
  });

  it.each([
    ['turnscope_turn_total', 'no series turnscope_turn_total in the catalogue'],
    [
      'turnscope_turn_duration_seconds',
      'no series turnscope_turn_duration_seconds in the catalogue',
    ],
    ['turnscope_turns_total{tool="Bash"}', 'turnscope_turns_total has no label tool'],
    ['turnscope_turns_total{outcome="failed"}', 'outcome of turnscope_turns_total is never failed'],
    [
      'turnscope_turns_total{outcome!~"error|bad"}',
      'outcome of turnscope_turns_total is never bad',
    ],
    ['sum by (tool) (turnscope_turns_total)', 'no metric of the query has the label tool'],
    ['sum by (le) (turnscope_turns_total)', 'no metric of the query has the label le'],
    ['turnscope_turn_responses_bucket{le="5"}', 'le is written in two ways'],
  ])('finds what is wrong in %s', (query, wrong) => {
    expect(unknownNames(query)).toEqual([wrong]);
  });
});

describe('promqlBlocks', () => {
  it('finds the blocks of PromQL, also in a list, and no other', () => {
    const text =
      'a\n```promql\nup\n```\n1. b\n   ```promql\n   sum(\n     up)\n   ```\n```sh\nls\n```\n';
    expect(promqlBlocks(text)).toEqual(['up', 'sum(\n     up)']);
  });
});
