import type { SignalAlert, SignalDefinition, WindowName } from '@turnscope/core';
import { type Level, labelsOf } from '../promql/levels.ts';
import { recordName, samplesName } from '../promql/record-name.ts';
import { expressionQuery, type QueryOptions, signalQuery } from '../promql/signal-query.ts';
import { writePromql } from '../promql/write-promql.ts';
import type { RecordingRule } from './rule.ts';

/** A series to be recorded: a signal at a level over a window, or how many samples it is made from. */
interface Wanted {
  readonly signal: SignalDefinition;
  readonly level: Level;
  readonly window: WindowName;
  readonly what: 'value' | 'samples';
}

/**
 * The series that alerts compare, each once: their signals, and the samples where an alert asks for more of them than
 * its signal does.
 */
export function recordsOfAlerts(
  alerts: readonly SignalAlert[],
  options: QueryOptions,
): readonly RecordingRule[] {
  const wanted = new Map(alerts.flatMap(wantedBy).map((each) => [nameOf(each), each]));
  return [...wanted.values()].flatMap((each) => record(each, options));
}

/**
 * These signals over the windows of their gauges, of each exporter and of the fleet, without what the rules of these
 * alerts record.
 */
export function recordsOfSignals(
  signals: readonly SignalDefinition[],
  alerts: readonly SignalAlert[],
  options: QueryOptions,
): readonly RecordingRule[] {
  const elsewhere = new Set(alerts.flatMap(wantedBy).map(nameOf));
  return (['instance', 'fleet'] as const)
    .flatMap((level) =>
      signals.map((signal): Wanted => ({ signal, level, window: signal.window, what: 'value' })),
    )
    .filter((wanted) => !elsewhere.has(nameOf(wanted)))
    .flatMap((wanted) => record(wanted, options));
}

/** Whether an alert's own least number of samples is more than what its signal asks for anyway. */
export function asksForMore({ minSamples, signal }: SignalAlert): boolean {
  return minSamples > signal.minSamples;
}

function wantedBy(alert: SignalAlert): readonly Wanted[] {
  const { signal, window } = alert;
  const value: Wanted = { signal, level: 'instance', window, what: 'value' };
  return asksForMore(alert) ? [value, { ...value, what: 'samples' }] : [value];
}

function nameOf({ signal, level, window, what }: Wanted): string {
  const name = what === 'value' ? recordName : samplesName;
  return name(signal, level, window);
}

/** Nothing where the thresholds leave no value to anybody. */
function record(wanted: Wanted, options: QueryOptions): readonly RecordingRule[] {
  const { signal, level, window, what } = wanted;
  const query =
    what === 'value'
      ? signalQuery(signal, level, window, options)
      : expressionQuery(signal.samples, { by: labelsOf(signal, level), window }, options);
  return query ? [{ record: nameOf(wanted), expr: writePromql(query) }] : [];
}
