import {
  type AlertDefinition,
  alerts,
  humanNumber,
  type PrometheusAlert,
  profiles,
  type SignalAlert,
} from '@turnscope/core';
import { isOfNow } from '../is-of-now.ts';

/** The alerts that are evaluated inside the process, as a table of Markdown with the limits of each profile. */
export function alertTable(): string {
  return `| alert | signal | window | least samples | for | kept | warning, \`chat\` | critical, \`chat\` | warning, \`coding-agent\` | critical, \`coding-agent\` |
|---|---|---|---:|---:|---:|---|---|---|---|
${alerts.filter(isLocal).map(row).join('\n')}`;
}

/** The alerts that only Prometheus can see. */
export function outsideAlerts(): readonly PrometheusAlert[] {
  return alerts.filter((alert) => alert.scope === 'prometheus');
}

function isLocal(alert: AlertDefinition): alert is SignalAlert {
  return alert.scope === 'both';
}

function row(alert: SignalAlert): string {
  const { name, signal, window, minSamples, forSeconds, keepFiringForSeconds } = alert;
  const times = [forSeconds, keepFiringForSeconds].map((time) => humanNumber(time, 'seconds'));
  const limits = Object.values(profiles).flatMap((profile) => limitsOf(alert, profile));
  const over = isOfNow(signal) ? 'now' : window;
  const shown = `[${name}](runbooks/${name}.md)`;
  return `| ${[shown, signal.name, over, minSamples, ...times, ...limits].join(' | ')} |`;
}

/** Warning and critical, each of strategic and tactical processes where these differ. */
function limitsOf(
  { limits, comparison, signal }: SignalAlert,
  { strategic, tactical }: (typeof profiles)[keyof typeof profiles],
): readonly string[] {
  return (['warning', 'critical'] as const).map((severity) => {
    const values =
      'fixed' in limits
        ? [limits.fixed[severity]]
        : [strategic[limits.threshold][severity], tactical[limits.threshold][severity]];
    const shown = values.flatMap((value) =>
      value === undefined ? [] : [humanNumber(value, signal.metric.unit)],
    );
    return shown.length === 0 ? '' : `${comparison} ${[...new Set(shown)].join(' / ')}`;
  });
}
