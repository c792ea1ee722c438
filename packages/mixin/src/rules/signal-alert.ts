import type { Comparison, Severity, SignalAlert, ThresholdSet } from '@turnscope/core';
import type { MixinOptions } from '../mixin-options.ts';
import { byProcessType } from '../promql/by-process-type.ts';
import { binary, type Matcher, number, type Operator, selector } from '../promql/promql.ts';
import { recordName, samplesName } from '../promql/record-name.ts';
import { writePromql } from '../promql/write-promql.ts';
import { alertLinks } from './alert-links.ts';
import { alertText } from './alert-text.ts';
import { durationText } from './duration.ts';
import { asksForMore } from './records.ts';
import type { AlertRule } from './rule.ts';

const operators: Readonly<Record<Comparison, Operator>> = {
  'at or below': '<=',
  'at or above': '>=',
  above: '>',
};

/** The rule of an alert for one severity; undefined where the alert has no limit of it. */
export function signalAlertRule(
  alert: SignalAlert,
  severity: Severity,
  options: MixinOptions,
): AlertRule | undefined {
  const limitOf = (limits: ThresholdSet) => limitIn(alert, severity, limits);
  if (limitOf(options.thresholds.for('strategic')) === undefined) return undefined;
  return {
    alert: alert.name,
    expr: conditionOf(alert, limitOf, options),
    for: durationText(alert.forSeconds),
    keep_firing_for: durationText(alert.keepFiringForSeconds),
    labels: { severity },
    annotations: {
      ...alertText(alert, limitOf, options.thresholds),
      ...alertLinks(alert, options),
    },
  };
}

/** The recorded signal beyond its limit; where the alert asks for more samples than its signal, with so many. */
function conditionOf(
  alert: SignalAlert,
  limitOf: (limits: ThresholdSet) => number | undefined,
  { thresholds }: MixinOptions,
): string {
  const { signal, window, comparison, minSamples } = alert;
  const value = recordName(signal, 'instance', window);
  const beyond = byProcessType(thresholds, (limits, matchers: readonly Matcher[]) =>
    binary(selector(value, matchers), operators[comparison], number(limitOf(limits) ?? Number.NaN)),
  );
  if (beyond === undefined) throw new RangeError(`${alert.name} has no limit for anybody`);
  if (!asksForMore(alert)) return writePromql(beyond);
  const samples = selector(samplesName(signal, 'instance', window));
  return writePromql(binary(beyond, 'and', binary(samples, '>=', number(minSamples))));
}

function limitIn({ limits }: SignalAlert, severity: Severity, set: ThresholdSet) {
  return 'fixed' in limits ? limits.fixed[severity] : set[limits.threshold][severity];
}
