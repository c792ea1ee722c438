import { describe, expect, it } from '@jest/globals';
import { catalogue } from '@turnscope/core';
import { metric } from '../../src/metric.ts';
import { exampleQuery } from '../../src/metrics-page/example-query.ts';
import { unknownNames } from '../support/unknown-names.ts';

describe('exampleQuery', () => {
  it.each([
    [
      'a counter of things: how many, by what is told apart',
      'turns_total',
      'sum by (process_type, initiator, outcome) (increase(turnscope_turns_total[1h]))',
    ],
    [
      'a counter without labels: their sum',
      'record_failures_total',
      'sum (increase(turnscope_record_failures_total[1h]))',
    ],
    [
      'a counter of seconds: the share of the time',
      'scrape_duration_seconds_total',
      'sum by (format) (rate(turnscope_scrape_duration_seconds_total[1h]))',
    ],
    [
      'a histogram: a quantile by its first label',
      'tool_call_duration_seconds',
      'histogram_quantile(0.95, sum by (le, tool) (rate(turnscope_tool_call_duration_seconds_bucket[1h])))',
    ],
    ['a gauge: as it is', 'conversations_active', 'turnscope_conversations_active'],
    [
      'a gauge of a time: how long ago that is',
      'last_evaluation_timestamp_seconds',
      'time() - turnscope_last_evaluation_timestamp_seconds',
    ],
  ])('asks %s', (_, name, query) => {
    expect(exampleQuery(metric(name))).toBe(query);
  });

  it.each(catalogue.map((definition) => [definition.name, definition] as const))(
    'names nothing for %s that the catalogue does not have',
    (name, definition) => {
      expect(exampleQuery(definition)).toContain(name);
      expect(unknownNames(exampleQuery(definition))).toEqual([]);
    },
  );
});
