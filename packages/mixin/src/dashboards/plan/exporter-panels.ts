import { alerts } from '@turnscope/core';
import { metric } from '../../metric.ts';
import { fixedLimits } from './panel-limits.ts';
import type { PanelPlan } from './panel-plan.ts';
import { PanelQueries } from './panel-queries.ts';

const queries = new PanelQueries([]);
const buildInfo = metric('build_info');

interface Place {
  readonly id: number;
  readonly width: number;
}

/** How many exporters answer. */
export function exportersAnswering(place: Place): PanelPlan {
  return {
    ...place,
    title: 'Exporters answering',
    description: 'Turnscope exporters that Prometheus has scraped within the last five minutes.',
    unit: 'short',
    kind: 'number',
    noValue: 'none',
    queries: [{ expression: `count (${queries.selected(buildInfo)})`, legend: 'answering' }],
    more: 'health',
  };
}

/**
 * How many do not. `up` tells of every target of Prometheus, so it is held against those that have been a
 * Turnscope in the last day.
 */
export function exportersSilent(place: Place): PanelPlan {
  const { up, known } = {
    up: 'up{job=~"$job", instance=~"$instance"} == 0',
    known: `last_over_time(${queries.selected(buildInfo)}[1d])`,
  };
  return {
    ...place,
    title: 'Exporters not answering',
    description:
      'Exporters that answered within the last day and do not now. Nothing is known of the agents beside them.',
    unit: 'short',
    kind: 'number',
    limits: fixedLimits('above', { critical: 0.5 }),
    queries: [
      {
        expression: `count (${up} and on (job, instance) ${known}) or vector(0)`,
        legend: 'not answering',
      },
    ],
    more: 'health',
  };
}

/** How old the judgement is. */
export function sinceEvaluation(place: Place): PanelPlan {
  return {
    ...place,
    title: 'Last evaluation',
    description:
      'Time since the exporter that is furthest behind judged its signals and alerts. They stand still while this grows.',
    unit: 's',
    kind: 'number',
    limits: fixedLimits('above', { warning: evaluationAgeLimit() }),
    queries: [
      {
        expression: `time() - ${queries.gauge('min', metric('last_evaluation_timestamp_seconds'))}`,
        legend: 'ago',
      },
    ],
    more: 'health',
  };
}

function evaluationAgeLimit(): number {
  const limits = alerts.flatMap((alert) =>
    alert.scope === 'prometheus' && alert.watches === 'evaluation_age' ? [alert.limit] : [],
  );
  const [limit] = limits;
  if (limit === undefined) throw new RangeError('no alert on the age of the last evaluation');
  return limit;
}
