import { describe, expect, it } from '@jest/globals';
import { catalogue } from '@turnscope/core';
import { rowSize } from '../../src/catalogue/layout.ts';
import { type RowKind, rowKinds } from '../../src/catalogue/row-kinds.ts';
import { createMonitor } from '../support/create-monitor.ts';

type Row = readonly [name: string, kind: string, unit: string, labels: string];

/** DESIGN section 5, typed out: what exists so far, in the order in which it is exposed. */
const expected: readonly Row[] = [
  ['turns_total', 'counter', 'none', 'process_type model initiator outcome'],
  ['turn_duration_seconds', 'histogram', 'seconds', 'process_type model outcome'],
  ['turn_active_duration_seconds', 'histogram', 'seconds', 'process_type'],
  ['turn_latency_zone_total', 'counter', 'none', 'process_type zone'],
  ['turn_responses', 'histogram', 'none', 'process_type'],
  ['responses_total', 'counter', 'none', 'process_type model outcome'],
  ['response_duration_seconds', 'histogram', 'seconds', 'process_type model outcome'],
  ['response_latency_zone_total', 'counter', 'none', 'process_type zone'],
  ['response_time_to_first_token_seconds', 'histogram', 'seconds', 'process_type model'],
  ['response_retries_total', 'counter', 'none', 'process_type reason'],
  ['responses_untrusted_output_total', 'counter', 'none', 'process_type'],
  ['tokens_total', 'counter', 'tokens', 'process_type model type'],
  ['context_size_tokens', 'histogram', 'tokens', 'process_type model'],
  ['cost_usd_total', 'counter', 'usd', 'process_type model'],
  ['tool_calls_total', 'counter', 'none', 'tool outcome'],
  ['tool_call_duration_seconds', 'histogram', 'seconds', 'tool outcome'],
  ['conversations_started_total', 'counter', 'none', 'process_type'],
  ['conversations_active', 'gauge', 'none', 'process_type'],
  ['conversation_turns', 'histogram', 'none', 'process_type'],
  ['compactions_total', 'counter', 'none', 'process_type trigger outcome'],
  ['compaction_ratio', 'histogram', 'ratio', 'process_type trigger'],
  ['compaction_duration_seconds', 'histogram', 'seconds', 'process_type trigger'],
  ['compaction_tokens_total', 'counter', 'tokens', 'process_type trigger stage'],
  ['compactions_preserved_total', 'counter', 'none', 'process_type preserved'],
  ['compaction_refills_total', 'counter', 'none', 'process_type pace'],
  ['process_starts_total', 'counter', 'none', 'process_type kind'],
  ['process_startup_duration_seconds', 'histogram', 'seconds', 'process_type'],
  ['process_exits_total', 'counter', 'none', 'process_type reason'],
  ['restarts_total', 'counter', 'none', 'process_type reason outcome'],
  ['processes', 'gauge', 'none', 'process_type state'],
  ['threshold', 'gauge', 'none', 'signal severity process_type'],
  ['threshold_breaches_total', 'counter', 'none', 'metric severity process_type'],
  ['signal_turn_latency_score', 'gauge', 'none', 'process_type window'],
  ['signal_completion_ratio', 'gauge', 'ratio', 'process_type window'],
  ['signal_interrupted_ratio', 'gauge', 'ratio', 'process_type window'],
  ['signal_efficiency_score', 'gauge', 'none', 'process_type window'],
  ['signal_turn_p95_seconds', 'gauge', 'seconds', 'process_type window'],
  ['signal_tokens_per_turn', 'gauge', 'none', 'process_type window'],
  ['signal_response_latency_score', 'gauge', 'none', 'process_type window'],
  ['signal_response_p95_seconds', 'gauge', 'seconds', 'process_type window'],
  ['signal_response_p99_seconds', 'gauge', 'seconds', 'process_type window'],
  ['signal_response_error_ratio', 'gauge', 'ratio', 'process_type window'],
  ['signal_cache_hit_ratio', 'gauge', 'ratio', 'process_type window'],
  ['signal_compaction_ratio_mean', 'gauge', 'none', 'process_type window'],
  ['signal_compaction_duration_mean_seconds', 'gauge', 'seconds', 'process_type window'],
  ['signal_compaction_effectiveness', 'gauge', 'none', 'process_type window'],
  ['signal_compaction_thrash_ratio', 'gauge', 'ratio', 'process_type window'],
  ['signal_restarts_1h', 'gauge', 'none', 'process_type window'],
  ['signal_restart_success_ratio', 'gauge', 'ratio', 'process_type window'],
  ['signal_rows_overflowed_1h', 'gauge', 'none', 'process_type window'],
  ['signal_source_silence_seconds', 'gauge', 'seconds', 'process_type window'],
  ['alert_state', 'gauge', 'none', 'alert severity process_type state'],
  ['events_rejected_total', 'counter', 'none', 'reason'],
  ['durations_discarded_total', 'counter', 'none', 'event'],
  ['rows', 'gauge', 'none', 'event'],
  ['rows_limit', 'gauge', 'none', 'event'],
  ['rows_overflowed_total', 'counter', 'none', 'event'],
  ['label_values', 'gauge', 'none', 'label'],
  ['label_values_limit', 'gauge', 'none', 'label'],
  ['label_values_overflowed_total', 'counter', 'none', 'label'],
  ['conversations_tracked', 'gauge', 'none', ''],
  ['conversations_tracked_limit', 'gauge', 'none', ''],
  ['conversations_evicted_total', 'counter', 'none', ''],
  ['record_failures_total', 'counter', 'none', ''],
  ['source_events_total', 'counter', 'none', 'source'],
  ['source_last_event_timestamp_seconds', 'gauge', 'seconds', 'source'],
  ['source_silence_seconds', 'gauge', 'seconds', 'source'],
  ['source_parse_errors_total', 'counter', 'none', 'source reason'],
  ['last_evaluation_timestamp_seconds', 'gauge', 'seconds', ''],
  ['evaluations_total', 'counter', 'none', ''],
  ['evaluation_duration_seconds_total', 'counter', 'seconds', ''],
  ['evaluator_ring_bytes', 'gauge', 'bytes', ''],
  ['evaluator_ring_limit_bytes', 'gauge', 'bytes', ''],
  ['evaluator_ring_dropped_total', 'counter', 'none', ''],
  ['callback_failures_total', 'counter', 'none', 'event'],
  ['notifications_total', 'counter', 'none', 'notifier outcome'],
  ['notifications_queued', 'gauge', 'none', 'notifier'],
  ['scrape_requests_total', 'counter', 'none', 'format code'],
  ['scrape_duration_seconds_total', 'counter', 'seconds', 'format'],
  ['build_info', 'gauge', 'none', 'version formulas'],
];

describe('the catalogue', () => {
  it('holds the metrics of the design with their kinds, units and labels', () => {
    const actual = catalogue.map(({ name, kind, unit, labels }) => [
      name,
      kind,
      unit,
      labels.join(' '),
    ]);
    expect(actual).toEqual(expected.map(([name, ...rest]) => [`turnscope_${name}`, ...rest]));
  });

  it.each(catalogue.filter(({ kind }) => kind === 'counter'))(
    'ends $name in _total',
    ({ name }) => {
      expect(name).toMatch(/_total$/);
    },
  );

  it.each(catalogue.filter(({ kind }) => kind !== 'counter'))(
    'does not end $name in _total',
    ({ name }) => {
      expect(name).not.toMatch(/_total$/);
    },
  );

  it.each(catalogue.filter(({ unit }) => unit !== 'none'))(
    'names the unit $unit in $name',
    ({ name, unit }) => {
      expect(name).toMatch(new RegExp(`_${unit}(_total)?$`));
    },
  );

  it.each(catalogue)('names $name as Prometheus wants it', ({ name, labels }) => {
    expect(name).toMatch(/^turnscope_[a-z]+(_[a-z0-9]+)*$/);
    expect(name).not.toMatch(/_(count|sum|bucket|info_total|created)$/);
    for (const label of labels) expect(label).toMatch(/^[a-z]+(_[a-z]+)*$/);
    expect(new Set(labels).size).toBe(labels.length);
  });

  it.each(catalogue)('explains $name in one line that ends as a sentence', ({ help }) => {
    expect(help).toMatch(/^[A-Z][^\n]*\.$/);
    expect(help.length).toBeLessThan(140);
  });

  it.each(catalogue)('says who fills $name', ({ sources }) => {
    expect(sources.length).toBeGreaterThan(0);
    expect(new Set(sources).size).toBe(sources.length);
  });

  it('has a ladder for each histogram and for nothing else', () => {
    const withLadder = catalogue.filter(({ ladder }) => ladder !== undefined);
    expect(withLadder).toEqual(catalogue.filter(({ kind }) => kind === 'histogram'));
  });

  it.each(Object.keys(rowKinds) as RowKind[])('fills the rows of kind %s with cells', (kind) => {
    expect(rowSize(kind)).toBeGreaterThan(0);
  });
});

describe('what is exposed', () => {
  it.each([
    ['the user’s own code', 'code', 'turnscope_compactions_preserved_total', true],
    ['the user’s own code', 'code', 'turnscope_processes', false],
    ['the user’s own code', 'code', 'turnscope_source_events_total', false],
    ['the user’s own code', 'code', 'turnscope_scrape_requests_total', false],
    ['the user’s own code', 'code', 'turnscope_responses_untrusted_output_total', false],
    ['transcripts', 'transcripts', 'turnscope_turns_total', true],
    ['transcripts', 'transcripts', 'turnscope_responses_untrusted_output_total', true],
    ['transcripts', 'transcripts', 'turnscope_source_parse_errors_total', true],
    ['transcripts', 'transcripts', 'turnscope_cost_usd_total', false],
    ['transcripts', 'transcripts', 'turnscope_process_exits_total', false],
    ['transcripts', 'transcripts', 'turnscope_restarts_total', false],
    ['transcripts', 'transcripts', 'turnscope_response_time_to_first_token_seconds', false],
    ['processes', 'processes', 'turnscope_processes', true],
    ['processes', 'processes', 'turnscope_turns_total', false],
    ['the server', 'server', 'turnscope_scrape_requests_total', true],
  ] as const)('with %s as the only source (%s): %s is there: %s', (_who, source, name, there) => {
    const names = createMonitor({ sources: [source] })
      .collect()
      .families.map((family) => family.name);
    expect(names.includes(name)).toBe(there);
  });

  it('without any source is what the adapter knows of itself', () => {
    const { families } = createMonitor({ sources: [] }).collect();
    const own = catalogue.filter(({ sources }) =>
      sources.some((name) => name === 'self' || name === 'evaluator'),
    );
    expect(families.map(({ name }) => name)).toEqual(own.map(({ name }) => name));
  });

  it('grows when a source is enabled', () => {
    const monitor = createMonitor({ sources: [] });
    monitor.enableSource('transcripts');
    const names = monitor.collect().families.map(({ name }) => name);
    expect(names).toContain('turnscope_source_events_total');
    expect(names).toContain('turnscope_turns_total');
  });
});
