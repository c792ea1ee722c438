import type { SignalAlert } from '../catalogue/alert.ts';
import type { AlertName } from '../catalogue/alert-names.ts';
import { signalAlerts } from '../catalogue/alerts.ts';
import type { SignalName } from '../catalogue/signal.ts';
import { type Severity, severities } from '../catalogue/thresholds.ts';
import { windows } from '../catalogue/windows.ts';
import { alertWords, humanNumber } from '../evaluator/alert-words.ts';
import type { Evaluator } from '../evaluator/evaluator.ts';
import { isBeyond } from '../evaluator/is-beyond.ts';
import { adapterGroup } from '../window/groups.ts';
import type { Window } from '../window/window.ts';
import { cutAt } from './slots.ts';

/** A signal beyond its limit over the window, and what to look at. */
export interface Recommendation {
  /** The alert that watches the signal; its runbook tells more. */
  readonly alert: AlertName;
  readonly severity: Severity;
  /** `null` where it is about the adapter itself. */
  readonly processType: string | null;
  readonly signal: SignalName;
  readonly value: number;
  readonly limit: number;
  readonly samples: number;
  readonly summary: string;
  readonly description: string;
}

/** What is beyond its limit in the window, by the same limits and least samples as the alerts; the worst first. */
export function recommend(
  evaluator: Evaluator,
  window: Window | undefined,
): readonly Recommendation[] {
  if (window === undefined) return [];
  const found = signalAlerts.flatMap((alert) => {
    const watched = windowsFor(alert, evaluator, window);
    return evaluator.reader
      .groupsOf(alert.signal)
      .flatMap((group) => recommendOne(evaluator, alert, group, watched));
  });
  return found.toSorted((a, b) => severities.indexOf(b.severity) - severities.indexOf(a.severity));
}

/** The window itself; for a count, whose limit is one of its own window's length, each such piece of it, the latest first. */
function windowsFor(
  { signal, window: name }: SignalAlert,
  { history }: Evaluator,
  window: Window,
): readonly Window[] {
  if (signal.minSamples > 0) return [window];
  const length = windows[name] * 1000;
  const count = Math.max(1, Math.ceil((window.to - window.from) / length));
  const edges = Array.from({ length: count }, (_, at) => window.to - (count - at) * length);
  return cutAt(history.ring, [
    Math.max(window.from, edges[0] ?? 0),
    ...edges.slice(1),
    window.to,
  ]).toReversed();
}

function recommendOne(
  evaluator: Evaluator,
  alert: SignalAlert,
  group: string,
  watched: readonly Window[],
): readonly Recommendation[] {
  const found = watched.flatMap((window) => judge(evaluator, alert, group, window));
  const worst = found.find(({ severity }) => severity === 'critical') ?? found[0];
  return worst === undefined ? [] : [worst];
}

function judge(
  { reader, limitOf }: Evaluator,
  alert: SignalAlert,
  group: string,
  window: Window,
): readonly Recommendation[] {
  const { value, samples } = reader.read(alert.signal, group, window);
  if (value === undefined || samples < alert.minSamples) return [];
  return severities
    .toReversed()
    .flatMap((severity) => {
      const limit = limitOf(alert, severity, group);
      const isReached = limit !== undefined && isBeyond(value, limit, alert.comparison);
      return isReached
        ? [recommendation(alert, group, { severity, value, limit, samples }, window)]
        : [];
    })
    .slice(0, 1);
}

function recommendation(
  alert: SignalAlert,
  group: string,
  numbers: Pick<Recommendation, 'severity' | 'value' | 'limit' | 'samples'>,
  { from, to }: Window,
): Recommendation {
  const { value, limit } = numbers;
  const window = humanNumber(Math.round((to - from) / 1000), 'seconds');
  return {
    alert: alert.name,
    processType: group === adapterGroup ? null : group,
    signal: alert.signal.name,
    ...numbers,
    ...alertWords(alert, { processType: group, value, limit, window }),
  };
}
