import { metric } from '../../metric.ts';
import type { RowPlan } from '../plan/panel-plan.ts';
import { PanelQueries, ratio } from '../plan/panel-queries.ts';
import { weekPanel } from '../plan/week-panel.ts';

const queries = new PanelQueries(['process_type']);
const turns = metric('turns_total');
const zones = metric('response_latency_zone_total');

/**
 * This week against last, from the counters themselves: a mean over a week of hourly ratios would give a
 * quiet night the weight of a working day.
 */
export const againstLastWeek: RowPlan = {
  id: 300,
  title: 'This week against last',
  panels: [
    weekPanel({
      id: 301,
      title: 'Turns',
      description: 'Turns that ended: a prompt and everything the agent did until it had answered.',
      unit: 'short',
      more: 'turns',
      ask: (week) => queries.inWeek(week, turns),
    }),
    weekPanel({
      id: 302,
      title: 'Completed',
      description: 'Successful turns among those that succeeded or failed.',
      unit: 'percentunit',
      more: 'turns',
      ask: (week) =>
        ratio(
          queries.inWeek(week, turns, { where: { outcome: 'success' } }),
          queries.inWeek(week, turns, { where: { outcome: 'success|error' } }),
        ),
    }),
    weekPanel({
      id: 303,
      title: 'Latency score',
      description:
        'Share of successful responses that were satisfying, and half of those that were tolerable.',
      unit: 'short',
      decimals: 2,
      more: 'latency',
      ask: (week) => {
        const [satisfied, tolerating] = ['satisfied', 'tolerating'].map((zone) =>
          queries.inWeek(week, zones, { where: { zone } }),
        );
        return ratio(`(${satisfied} + 0.5 * ${tolerating})`, queries.inWeek(week, zones));
      },
    }),
    weekPanel({
      id: 304,
      title: 'Response p95',
      description: '95 of 100 responses came within this time, retries included.',
      unit: 's',
      more: 'latency',
      ask: (week) => queries.quantileInWeek(week, 0.95, metric('response_duration_seconds')),
    }),
    weekPanel({
      id: 305,
      title: 'Context kept',
      description: 'Mean size of the context after a compaction divided by the size before.',
      unit: 'percentunit',
      more: 'compaction',
      ask: (week) => queries.meanInWeek(week, metric('compaction_ratio')),
    }),
    weekPanel({
      id: 306,
      title: 'Tokens of a turn',
      description: 'Tokens of all types for each turn, cache included.',
      unit: 'short',
      more: 'tokens',
      ask: (week) =>
        ratio(queries.inWeek(week, metric('tokens_total')), queries.inWeek(week, turns)),
    }),
  ],
};
