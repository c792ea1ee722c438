import { afterEach, describe, expect, it } from '@jest/globals';
import { createTextRenderer } from '@turnscope/exposition';
import { createRuntimeMetrics, type RuntimeMetrics } from '../../src/index.ts';
import { singleValueOf } from '../support/families.ts';

let metrics: RuntimeMetrics;
afterEach(() => metrics.close());

describe('createRuntimeMetrics', () => {
  it('shows this process and Node under the names of prom-client', () => {
    metrics = createRuntimeMetrics();
    const names = metrics.families().map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining([
        'process_cpu_user_seconds_total',
        'process_cpu_system_seconds_total',
        'process_cpu_seconds_total',
        'process_start_time_seconds',
        'process_resident_memory_bytes',
        'nodejs_heap_size_total_bytes',
        'nodejs_heap_size_used_bytes',
        'nodejs_external_memory_bytes',
        'nodejs_version_info',
        'nodejs_gc_duration_seconds',
        'nodejs_eventloop_lag_seconds',
        'nodejs_eventloop_lag_min_seconds',
        'nodejs_eventloop_lag_max_seconds',
        'nodejs_eventloop_lag_mean_seconds',
        'nodejs_eventloop_lag_stddev_seconds',
        'nodejs_eventloop_lag_p50_seconds',
        'nodejs_eventloop_lag_p90_seconds',
        'nodejs_eventloop_lag_p99_seconds',
      ]),
    );
    expect(new Set(names).size).toBe(names.length);
  });

  it('measures in base units', () => {
    metrics = createRuntimeMetrics();
    const families = metrics.families();
    const user = process.cpuUsage().user / 1e6;
    expect(singleValueOf(families, 'process_cpu_user_seconds_total')).toBeGreaterThanOrEqual(user);
    expect(singleValueOf(families, 'process_cpu_user_seconds_total')).toBeLessThan(user + 60);
    expect(singleValueOf(families, 'process_resident_memory_bytes')).toBeGreaterThan(1e6);
  });

  it('tells the start of the process by the clock it is given, and never another', () => {
    let now = 2_000_000_000_000;
    metrics = createRuntimeMetrics({ clock: { now: () => now } });
    const first = singleValueOf(metrics.families(), 'process_start_time_seconds');
    now += 60_000;
    expect(first).toBeCloseTo(2_000_000_000 - process.uptime(), 0);
    expect(singleValueOf(metrics.families(), 'process_start_time_seconds')).toBe(first);
  });

  it('shows the version of Node as labels', () => {
    metrics = createRuntimeMetrics();
    const text = [...createTextRenderer().render({ families: metrics.families(), now: 0 })].join(
      '',
    );
    expect(text).toContain(`nodejs_version_info{version="${process.version}",major="`);
    expect(text).toContain('nodejs_gc_duration_seconds_bucket{kind="major",le="+Inf"}');
  });
});
