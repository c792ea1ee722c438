import { alerts, type Severity, type SignalAlert, signals } from '@turnscope/core';
import type { MixinOptions } from '../mixin-options.ts';
import { objectiveGroups } from './objectives/objective-groups.ts';
import { prometheusAlertRule } from './prometheus-alert.ts';
import { recordsOfAlerts, recordsOfSignals } from './records.ts';
import type { RuleGroup } from './rule.ts';
import { signalAlertRule } from './signal-alert.ts';
import { type Subject, subjectOf, subjects } from './subjects.ts';

const signalAlerts = alerts.filter((alert): alert is SignalAlert => alert.scope === 'both');
/** The worse first, as the list of alerts in Prometheus shows them. */
const worstFirst: readonly Severity[] = ['critical', 'warning'];

/** What alerts look at and the alerts, each group by itself: a rule stands behind those that record what it reads. */
export function alertGroups(options: MixinOptions): readonly RuleGroup[] {
  const bySubject = subjects.map((subject) => ({
    name: `turnscope_alerts_${subject}`,
    rules: [
      ...signalRules(subject, options),
      ...(subject === 'adapter' ? outsideRules(options) : []),
    ],
  }));
  return [...bySubject, ...objectiveGroups(options)];
}

/** What only dashboards and people look at: the signals of the fleet, and of each exporter those without an alert. */
export function recordingGroups(options: MixinOptions): readonly RuleGroup[] {
  return subjects.map((subject) => ({
    name: `turnscope_signals_${subject}`,
    rules: recordsOfSignals(
      signals.filter(({ name }) => subjectOf[name] === subject),
      signalAlerts,
      options,
    ),
  }));
}

function signalRules(subject: Subject, options: MixinOptions) {
  const own = signalAlerts.filter(({ signal }) => subjectOf[signal.name] === subject);
  const rules = own
    .flatMap((alert) => worstFirst.map((severity) => signalAlertRule(alert, severity, options)))
    .filter((rule) => rule !== undefined);
  return [...recordsOfAlerts(own, options), ...rules];
}

function outsideRules(options: MixinOptions) {
  return alerts
    .filter((alert) => alert.scope === 'prometheus')
    .map((alert) => prometheusAlertRule(alert, options));
}
