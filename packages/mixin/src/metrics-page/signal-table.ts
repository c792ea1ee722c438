import { type SignalDefinition, signals } from '@turnscope/core';

/** Every signal, as a table of Markdown. */
export function signalTable(): string {
  return `| signal | gauge | what | window | least samples |
|---|---|---|---|---:|
${signals.map(row).join('\n')}`;
}

function row({ name, metric, window, minSamples }: SignalDefinition): string {
  return `| ${name} | \`${metric.name}\` | ${metric.help} | ${window} | ${minSamples} |`;
}
