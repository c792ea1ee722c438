import { catalogue, type Ladder, type MetricDefinition } from '@turnscope/core';

/** docs/metrics.md: every metric of the catalogue. */
export function metricsPage(): string {
  return `# Metrics

Generated from the catalogue by \`pnpm generate\`; do not edit.

A family is exposed only when an enabled source can fill it: \`transcripts\` is \`turnscope serve\`, \`code\`
is your own code, \`stream\`, \`processes\` and \`otlp\` are sources to come, \`self\` is the adapter and always on,
\`server\` is its HTTP server.

Labels of your own (\`labels\` in turnscope.yaml or of the monitor) stand behind those of the metrics of events: of turns,
responses, tokens, cost, tool calls, conversations, compactions, process starts and exits, and restarts.

| metric | kind | labels | what | sources |
|---|---|---|---|---|
${catalogue.map(row).join('\n')}

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
