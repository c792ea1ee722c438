import type { AlertHistory, Evaluation } from './alert-history.ts';
import { stepSeconds } from './alert-history.ts';
import type { PromtoolTest } from './promtool-tests.ts';
import { type SampledSeries, textOf } from './sampled-series.ts';

/** The history as a test of promtool: the same samples, and at each evaluation the same states. */
export function alertHistoryTest({ startedAt, series, evaluations }: AlertHistory): PromtoolTest {
  return {
    name: 'alert states',
    interval: `${stepSeconds}s`,
    input_series: series.map((each) => ({
      series: textOf(each),
      values: valuesOf(each, startedAt, evaluations.length),
    })),
    promql_expr_test: evaluations.map(({ seconds, states }: Evaluation) => ({
      expr: 'ALERTS',
      eval_time: `${seconds}s`,
      exp_samples: states.map((state) => ({ labels: alertsSeries(state), value: 1 })),
    })),
  };
}

/** A scrape marks what it does not find any more as gone. */
function valuesOf({ times, values }: SampledSeries, startedAt: number, count: number): string {
  const byStep = new Map(
    times.map((time, at) => [(time - startedAt) / 1000 / stepSeconds, values[at]]),
  );
  return Array.from({ length: count }, (_, step) => {
    const value = byStep.get(step);
    if (value !== undefined) return String(value);
    return byStep.has(step - 1) ? 'stale' : '_';
  }).join(' ');
}

function alertsSeries(state: string): string {
  const [alertname, severity, process_type, alertstate] = state.split(' ');
  const labels = {
    alertname,
    alertstate,
    job: 'turnscope',
    instance: 'host:10464',
    ...(process_type && { process_type }),
    severity,
  };
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${value}"`);
  return `ALERTS{${pairs.join(',')}}`;
}
