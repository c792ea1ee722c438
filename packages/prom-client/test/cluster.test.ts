import { describe, expect, it } from '@jest/globals';
import { catalogue, PerformanceMonitor } from '@turnscope/core';
import { AggregatorRegistry, Registry } from 'prom-client';
import { aggregatorOf } from '../src/aggregator-of.ts';
import { registerTurnscope } from '../src/index.ts';

/** What the primary makes of its workers, whose answers come as JSON. */
async function textOf(workers: readonly PerformanceMonitor[]): Promise<string> {
  const answers = workers.map((monitor) => {
    const registry = new Registry();
    registerTurnscope(registry, monitor);
    return registry.getMetricsAsJSON();
  });
  const received = JSON.parse(JSON.stringify(await Promise.all(answers)));
  return AggregatorRegistry.aggregate(received).metrics();
}

/** A worker with some conversations, in which every turn succeeds. */
function worker(conversations: number, clock = { now: () => 60_000 }): PerformanceMonitor {
  const monitor = new PerformanceMonitor({ clock, labelLimits: { model: 20 } });
  for (let at = 0; at < conversations; at += 1) {
    monitor.recordExchange({
      conversationId: `c-${at}`,
      processType: 'tactical',
      model: `model-${at}`,
      durationSeconds: 2,
      outcome: 'success',
    });
  }
  return monitor;
}

describe('workers of a cluster', () => {
  it.each([
    { what: 'counters are summed', line: 'conversations_started_total{process_type="tactical"} 8' },
    { what: 'buckets are summed', line: 'turn_responses_bucket{le="1",process_type="tactical"} 8' },
    { what: 'sums are summed', line: 'turn_responses_sum{process_type="tactical"} 8' },
    { what: 'what each has is summed', line: 'conversations_active{process_type="tactical"} 8' },
    { what: 'the fullest table is shown', line: 'label_values{label="model"} 5' },
    { what: 'a limit is that of one worker', line: 'label_values_limit{label="model"} 20' },
    { what: 'the latest time is shown', line: 'last_evaluation_timestamp_seconds 90' },
    { what: 'information stays', line: /turnscope_build_info\{.*\} 1\n/ },
  ])('$what', async ({ line }) => {
    const text = await textOf([worker(3), worker(5, { now: () => 90_000 })]);
    expect(text).toMatch(line instanceof RegExp ? line : `turnscope_${line}\n`);
  });

  it('show no signal, whose quantiles and ratios cannot be put together', async () => {
    expect(await textOf([worker(30), worker(40)])).not.toContain('turnscope_signal_');
  });

  it('show the alert of any of them', async () => {
    let now = 0;
    const failing = worker(0, { now: () => now });
    for (let at = 0; at < 120; at += 1) {
      for (const conversationId of ['a', 'b']) {
        failing.recordExchange({ conversationId, processType: 'tactical', outcome: 'error' });
      }
      now += 15_000;
      failing.evaluate();
    }
    expect(await textOf([failing, worker(3)])).toMatch(
      /turnscope_alert_state\{.*state="firing"\} 1\n/,
    );
  });
});

it('has an aggregator for every gauge', () => {
  const gauges = catalogue.filter(({ kind, rows }) => kind === 'gauge' && rows !== 'signal');
  const summed = gauges.filter((gauge) => aggregatorOf(gauge) === 'sum');
  expect(summed.map(({ name }) => name)).toEqual([
    'turnscope_conversations_active',
    'turnscope_processes',
    'turnscope_notifications_queued',
  ]);
  expect(new Set(gauges.map(aggregatorOf))).toEqual(new Set(['sum', 'max']));
});
