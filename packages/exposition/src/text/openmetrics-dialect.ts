import type { MetricFamily } from '@turnscope/core';
import { canonicalFloat } from './canonical-float.ts';
import type { Dialect } from './dialect.ts';
import { escapeText } from './escape.ts';
import { formatNumber } from './format-number.ts';

const total = '_total';

/** OpenMetrics 1.0. */
export const openMetricsDialect: Dialect = {
  header(family) {
    const { kind, unit, help } = family;
    const name = familyName(family);
    // A unit that is not the end of the name is an error in this format.
    const unitLine = name.endsWith(`_${unit}`) ? `# UNIT ${name} ${unit}\n` : '';
    return `# TYPE ${name} ${kind}\n${unitLine}# HELP ${name} ${escapeText(help)}\n`;
  },
  sampleName: (family) => familyName(family) + (family.kind === 'counter' ? total : ''),
  bound: canonicalFloat,
  exemplar(exemplar) {
    const shown = exemplar.labels.filter(([, value]) => isRead(value));
    if (shown.length === 0 && exemplar.labels.length > 0) return '';
    const labels = shown.map(([name, value]) => `${name}="${escapeText(value)}"`);
    const time = exemplar.at === undefined ? '' : ` ${exemplar.at / 1000}`;
    return ` # {${labels.join(',')}} ${formatNumber(exemplar.value)}${time}`;
  },
  end: '# EOF\n',
};

/** A counter is called without the `_total` of its samples. */
function familyName({ name, kind }: MetricFamily): string {
  return kind === 'counter' && name.endsWith(total) ? name.slice(0, -total.length) : name;
}

/**
 * Whether readers take a value in an exemplar. The format allows any, but some refuse the whole scrape:
 * Prometheus for a NUL, the parser of prometheus_client for Python for a brace.
 */
function isRead(value: string): boolean {
  return !(value.includes('\0') || value.includes('}'));
}
