import {
  type AlertDefinition,
  alerts,
  catalogue,
  formulasVersion,
  humanNumber,
  type Ladder,
  type MetricDefinition,
  profiles,
  type SignalAlert,
  type SignalDefinition,
  signals,
} from '@turnscope/core';

/** docs/metrics.md: every metric of the catalogue. */
export function metricsPage(): string {
  return `# Metrics

Generated from the catalogue by \`pnpm generate\`; do not edit.

A family is exposed only when an enabled source can fill it: \`transcripts\` is \`turnscope serve\`, \`code\`
is your own code, \`stream\`, \`processes\` and \`otlp\` are sources to come, \`self\` is the adapter and always on,
\`server\` is its HTTP server, \`evaluator\` computes signals and alerts.

Labels of your own (\`labels\` in turnscope.yaml or of the monitor) stand behind those of the metrics of events: of turns,
responses, tokens, cost, tool calls, conversations, compactions, process starts and exits, and restarts.

| metric | kind | labels | what | sources |
|---|---|---|---|---|
${catalogue.map(row).join('\n')}

## Signals

Numbers derived from the metrics above over a window, by process type; the version of their formulas is
${formulasVersion} (label \`formulas\` of \`turnscope_build_info\`). The gauge is absent below the least number of samples.

| signal | gauge | what | window | least samples |
|---|---|---|---|---:|
${signals.map(signalRow).join('\n')}

## Alerts

Evaluated inside the process, as Prometheus would: a signal beyond its limit for long enough fires, and goes
on firing for a while after it is back. Limits are those of strategic / tactical processes, by profile.

| alert | signal | window | least samples | for | kept | warning, \`chat\` | critical, \`chat\` | warning, \`coding-agent\` | critical, \`coding-agent\` |
|---|---|---|---:|---:|---:|---|---|---|---|
${alerts.filter(isLocal).map(alertRow).join('\n')}

Only Prometheus can see: ${alerts
    .filter((alert) => !isLocal(alert))
    .map(({ name, summary }) => `\`${name}\` (${summary.replace(/\.$/, '')})`)
    .join(', ')}.

## Buckets

Ladders are fixed: any change is a new major version, because hosts with different edges cannot be summed.

${ladders().map(ladderSection).join('\n\n')}
`;
}

function row({ name, kind, labels, help, sources, cellLabel }: MetricDefinition): string {
  const shown = labels.map((label) =>
    label === cellLabel?.name ? `${label}=${cellLabel.values.join(', ')}` : label,
  );
  return `| \`${name}\` | ${kind} | ${shown.join('; ')} | ${help} | ${sources.join(', ')} |`;
}

function ladders(): readonly Ladder[] {
  const used = catalogue.flatMap(({ ladder }) => (ladder ? [ladder] : []));
  return [...new Set(used)];
}

function ladderSection(ladder: Ladder): string {
  const names = catalogue
    .filter((metric) => metric.ladder === ladder)
    .map(({ name }) => `\`${name}\``);
  return `${names.join(', ')}:\n${ladder.bounds.join(' ')} +Inf. ${ladder.reason}`;
}

function signalRow({ name, metric, window, minSamples }: SignalDefinition): string {
  return `| ${name} | \`${metric.name}\` | ${metric.help} | ${window} | ${minSamples} |`;
}

function isLocal(alert: AlertDefinition): alert is SignalAlert {
  return alert.scope === 'both';
}

function alertRow(alert: SignalAlert): string {
  const { name, signal, window, minSamples, forSeconds, keepFiringForSeconds } = alert;
  const times = [forSeconds, keepFiringForSeconds].map((time) => humanNumber(time, 'seconds'));
  const limits = Object.keys(profiles).flatMap((profile) => limitsOf(alert, profile));
  return `| ${[name, signal.name, window, minSamples, ...times, ...limits].join(' | ')} |`;
}

/** Warning and critical, each of strategic and tactical processes where these differ. */
function limitsOf({ limits, comparison, signal }: SignalAlert, profile: string): readonly string[] {
  const { strategic, tactical } = profiles[profile as keyof typeof profiles];
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
