import type { Severity } from '@turnscope/core';
import { metric } from '../../metric.ts';
import type { PanelLimits } from './panel-limits.ts';
import type { PanelQuery } from './panel-plan.ts';
import { PanelQueries } from './panel-queries.ts';

const severities: readonly Severity[] = ['warning', 'critical'];
const queries = new PanelQueries(['process_type']);

/**
 * The limits as lines of their own, asked of the exporters, which know what is in force. One line for both
 * where all process types have the same; none for limits that no metric shows.
 */
export function limitQueries({ shownAs, byProcessType }: PanelLimits): readonly PanelQuery[] {
  if (shownAs === undefined) return [];
  const areSame = Object.keys(byProcessType).length === 0;
  return severities.map((severity) => ({
    expression: queries.gauge('max', metric('threshold'), {
      by: areSame ? [] : ['process_type'],
      where: { signal: shownAs, severity },
    }),
    legend: areSame ? `${severity} limit` : `${severity} limit, {{process_type}}`,
    limit: severity,
  }));
}
