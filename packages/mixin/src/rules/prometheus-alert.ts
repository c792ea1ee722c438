import { humanNumber, type PrometheusAlert } from '@turnscope/core';
import { metric } from '../metric.ts';
import type { MixinOptions } from '../mixin-options.ts';
import { binary, call, number, oneOf, type Promql, selector } from '../promql/promql.ts';
import { writePromql } from '../promql/write-promql.ts';
import { alertLinks } from './alert-links.ts';
import { fillTemplates } from './alert-text.ts';
import { durationText } from './duration.ts';
import type { AlertRule } from './rule.ts';

/** The rule of an alert on what cannot be seen from inside. */
export function prometheusAlertRule(alert: PrometheusAlert, options: MixinOptions): AlertRule {
  const { limit = 0 } = alert;
  const words = { value: '{{ $value | humanizeDuration }}', limit: humanNumber(limit, 'seconds') };
  return {
    alert: alert.name,
    expr: writePromql(conditionOf(alert, options)),
    for: durationText(alert.forSeconds),
    labels: { severity: alert.severity },
    annotations: { ...fillTemplates(alert, words), ...alertLinks(alert, options) },
  };
}

function conditionOf({ watches, limit }: PrometheusAlert, { job }: MixinOptions): Promql {
  switch (watches) {
    case 'exporter_down': {
      const up = selector('up', [oneOf('job', [job])]);
      return binary(binary(up, '==', number(0)), 'or', call('absent', up));
    }
    case 'evaluation_age': {
      // Over five minutes: one failed scrape would make the gauge vanish, and the alert begin anew.
      const { name } = metric('last_evaluation_timestamp_seconds');
      const latest = call('max_over_time', selector(name, [], '5m'));
      const age = binary(call('time'), '-', {
        kind: 'aggregate',
        operation: 'max',
        by: ['job', 'instance'],
        of: latest,
      });
      return binary(age, '>', number(limit ?? 0));
    }
  }
}
