import type { MetricDefinition, Unit } from '@turnscope/core';
import { exampleQuery } from './example-query.ts';
import { labelValues } from './label-values.ts';

/** What is counted or has no unit needs no words. */
const units: Readonly<Record<Unit, string>> = {
  seconds: ', in seconds',
  tokens: ', in tokens',
  ratio: ', from 0 to 1',
  usd: ', in US dollars',
  bytes: ', in bytes',
  none: '',
};

/** Everything about one metric, as a section of Markdown. */
export function metricSection(metric: MetricDefinition): string {
  const { name, kind, unit, help, labels, ladder, sources } = metric;
  const facts = [
    `- ${kind}${units[unit]}`,
    labels.length === 0 ? '- no labels' : `- labels: ${labelList(metric)}`,
    ...(ladder ? [`- buckets: ${ladder.bounds.join(' ')} +Inf. ${ladder.reason}`] : []),
    `- sources: ${sources.join(', ')}`,
  ];
  return `### ${name}

${help}

${facts.join('\n')}

\`\`\`promql
${exampleQuery(metric)}
\`\`\``;
}

function labelList(metric: MetricDefinition): string {
  return metric.labels
    .map((label) => {
      const values = labelValues(metric, label);
      return values ? `\`${label}\` (${values.join(', ')})` : `\`${label}\``;
    })
    .join('; ');
}
