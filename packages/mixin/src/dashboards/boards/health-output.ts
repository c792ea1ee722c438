import { metric } from '../../metric.ts';
import type { RowPlan } from '../plan/panel-plan.ts';
import { PanelQueries, ratio } from '../plan/panel-queries.ts';

const queries = new PanelQueries([]);
const notifications = metric('notifications_total');

/** What goes out, and what it takes. */
export const outwards: RowPlan = {
  id: 400,
  title: 'What goes out',
  panels: [
    {
      id: 401,
      title: 'Time for a scrape',
      description: 'Mean time that an exporter needed to write the answer to a scrape.',
      unit: 's',
      kind: 'lines',
      width: 8,
      queries: [
        {
          expression: ratio(
            queries.perSecond(metric('scrape_duration_seconds_total'), {
              by: ['instance', 'format'],
            }),
            queries.perSecond(metric('scrape_requests_total'), { by: ['instance', 'format'] }),
          ),
          legend: '{{instance}} {{format}}',
        },
      ],
    },
    {
      id: 402,
      title: 'Scrapes by answer',
      description:
        'Scrapes that were answered, for each minute, by status; 503 while history is read.',
      unit: 'cpm',
      kind: 'bars',
      width: 8,
      queries: [
        {
          expression: queries.perMinute(metric('scrape_requests_total'), { by: ['code'] }),
          legend: '{{code}}',
        },
      ],
    },
    {
      id: 403,
      title: 'Time for an evaluation',
      description: 'Mean time that an exporter needed to judge all signals and alerts once.',
      unit: 's',
      kind: 'lines',
      width: 8,
      queries: [
        {
          expression: ratio(
            queries.perSecond(metric('evaluation_duration_seconds_total'), { by: ['instance'] }),
            queries.perSecond(metric('evaluations_total'), { by: ['instance'] }),
          ),
          legend: '{{instance}}',
        },
      ],
    },
    {
      id: 404,
      title: 'Notifications by outcome',
      description:
        'Direct notifications for each minute: sent; failed, at each attempt; dropped, given up for good.',
      unit: 'cpm',
      kind: 'bars',
      width: 12,
      noValue: 'none',
      queries: [
        {
          expression: queries.perMinuteIfAny(notifications, { by: ['notifier', 'outcome'] }),
          legend: '{{notifier}}: {{outcome}}',
        },
      ],
    },
    {
      id: 405,
      title: 'Notifications waiting',
      description:
        'Direct notifications that wait to be accepted. It grows while a receiver does not answer.',
      unit: 'short',
      kind: 'lines',
      width: 12,
      noValue: 'nobody is notified directly',
      queries: [
        {
          expression: queries.gauge('sum', metric('notifications_queued'), { by: ['notifier'] }),
          legend: '{{notifier}}',
        },
      ],
    },
  ],
};
