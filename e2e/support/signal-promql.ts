import type { SignalName } from '@turnscope/core';

/**
 * The signals as somebody would write them in PromQL who only knows their definitions: by hand, from nothing of the
 * catalogue. A signal without enough samples, or with a denominator that is not above 0, has no result.
 */
export const signalPromql: Readonly<Record<SignalName, string>> = {
  turn_latency_score: enough(apdex('turnscope_turn_latency_zone_total', '1h'), {
    samples: grown('turnscope_turn_latency_zone_total', '1h'),
    least: 5,
  }),
  completion_ratio: completion(),
  interrupted_ratio: enough(
    ratio(
      grown('turnscope_turns_total{outcome="interrupted"}', '1h'),
      grown('turnscope_turns_total', '1h'),
    ),
    { samples: grown('turnscope_turns_total', '1h'), least: 5 },
  ),
  efficiency_score: enough(
    `(${completion()}) * (${enough(apdex('turnscope_response_latency_zone_total', '1h'), {
      samples: grown('turnscope_response_latency_zone_total', '1h'),
      least: 5,
    })})`,
    { samples: endedTurns(), least: 5 },
  ),
  turn_p95: enough(quantile(0.95, 'turnscope_turn_duration_seconds', '1h'), {
    samples: grown('turnscope_turn_duration_seconds_count', '1h'),
    least: 5,
  }),
  tokens_per_turn: enough(
    enough(ratio(grown('turnscope_tokens_total', '1h'), grown('turnscope_turns_total', '1h')), {
      samples: grown('turnscope_tokens_total', '1h'),
      least: 1,
    }),
    { samples: grown('turnscope_turns_total', '1h'), least: 5 },
  ),
  response_latency_score: enough(apdex('turnscope_response_latency_zone_total', '15m'), {
    samples: grown('turnscope_response_latency_zone_total', '15m'),
    least: 10,
  }),
  response_p95: responseQuantile(0.95),
  response_p99: responseQuantile(0.99),
  response_error_ratio: enough(
    ratio(grown('turnscope_responses_total{outcome="error"}', '15m'), endedResponses()),
    { samples: endedResponses(), least: 10 },
  ),
  cache_hit_ratio: enough(
    ratio(
      grown('turnscope_tokens_total{type="cache_read"}', '15m'),
      grown('turnscope_tokens_total{type=~"input|cache_read|cache_creation"}', '15m'),
    ),
    { samples: endedResponses(), least: 10 },
  ),
  compaction_ratio_mean: enough(mean('turnscope_compaction_ratio'), {
    samples: grown('turnscope_compaction_ratio_count', '1h'),
    least: 1,
  }),
  compaction_duration_mean: enough(mean('turnscope_compaction_duration_seconds'), {
    samples: grown('turnscope_compaction_duration_seconds_count', '1h'),
    least: 1,
  }),
  compaction_effectiveness: effectiveness(),
  compaction_thrash_ratio: enough(
    ratio(
      grown('turnscope_compaction_refills_total{pace="rapid"}', '1h'),
      grown('turnscope_compaction_refills_total', '1h'),
    ),
    { samples: grown('turnscope_compaction_refills_total', '1h'), least: 3 },
  ),
  restarts_1h: grown('turnscope_restarts_total', '1h'),
  restart_success_ratio: enough(
    ratio(
      grown('turnscope_restarts_total{outcome="success"}', '1h'),
      grown('turnscope_restarts_total', '1h'),
    ),
    { samples: grown('turnscope_restarts_total', '1h'), least: 1 },
  ),
  rows_overflowed_1h: 'sum(increase(turnscope_rows_overflowed_total[1h]))',
  // A scrape would mark what it does not find any more as gone. Imported samples cannot say that, so the range is
  // shorter than the distance of two.
  source_silence: 'max(last_over_time(turnscope_source_silence_seconds[14s]))',
};

/** How much the series of a selector grew, by process type. */
function grown(selector: string, window: string): string {
  return `sum by (process_type) (increase(${selector}[${window}]))`;
}

function ratio(numerator: string, denominator: string): string {
  return `${numerator} / (${denominator} > 0)`;
}

function enough(value: string, { samples, least }: { samples: string; least: number }): string {
  return `(${value}) and (${samples} >= ${least})`;
}

function apdex(name: string, window: string): string {
  const satisfied = grown(`${name}{zone="satisfied"}`, window);
  const tolerating = grown(`${name}{zone="tolerating"}`, window);
  return ratio(`(${satisfied} + ${tolerating} / 2)`, grown(name, window));
}

function quantile(share: number, name: string, window: string): string {
  const buckets = `sum by (process_type, le) (increase(${name}_bucket[${window}]))`;
  return `histogram_quantile(${share}, ${buckets})`;
}

function mean(name: string, matchers = ''): string {
  return ratio(grown(`${name}_sum${matchers}`, '1h'), grown(`${name}_count${matchers}`, '1h'));
}

function endedTurns(): string {
  return grown('turnscope_turns_total{outcome=~"success|error"}', '1h');
}

function endedResponses(): string {
  return grown('turnscope_responses_total{outcome=~"success|error"}', '15m');
}

function completion(): string {
  const done = grown('turnscope_turns_total{outcome="success"}', '1h');
  return enough(ratio(done, endedTurns()), { samples: endedTurns(), least: 5 });
}

function responseQuantile(share: number): string {
  return enough(quantile(share, 'turnscope_response_duration_seconds', '15m'), {
    samples: grown('turnscope_response_duration_seconds_count', '15m'),
    least: 10,
  });
}

/** The critical duration is 120 s for tactical agents and 240 s for all others. */
function effectiveness(): string {
  const took = (matchers: string) => mean('turnscope_compaction_duration_seconds', matchers);
  const saved = `clamp(1 - ${mean('turnscope_compaction_ratio')}, 0, 1)`;
  const quick = `clamp(1 - (${took('{process_type="tactical"}')} / 120 or ${took('{process_type!="tactical"}')} / 240), 0, 1)`;
  const kept = ratio(
    grown('turnscope_compactions_preserved_total{preserved="true"}', '1h'),
    grown('turnscope_compactions_preserved_total', '1h'),
  );
  return enough(`(${saved} + ${quick} + clamp(${kept}, 0, 1)) / 3 or (${saved} + ${quick}) / 2`, {
    samples: grown('turnscope_compaction_ratio_count', '1h'),
    least: 1,
  });
}
