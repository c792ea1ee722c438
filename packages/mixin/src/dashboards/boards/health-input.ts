import { metric } from '../../metric.ts';
import type { RowPlan } from '../plan/panel-plan.ts';
import { PanelQueries } from '../plan/panel-queries.ts';

const queries = new PanelQueries([]);

/** What comes in, and what of it is lost. */
export const input: RowPlan = {
  id: 200,
  title: 'What comes in',
  panels: [
    {
      id: 201,
      title: 'Events read',
      description: 'Events that sources delivered, for each minute.',
      unit: 'cpm',
      kind: 'bars',
      width: 6,
      queries: [
        {
          expression: queries.perMinute(metric('source_events_total'), { by: ['source'] }),
          legend: '{{source}}',
        },
      ],
    },
    {
      id: 202,
      title: 'Since the last event',
      description:
        'Time since the latest event of a source. It grows while nobody works, and when the source is cut off.',
      unit: 's',
      kind: 'lines',
      width: 6,
      queries: [
        {
          expression: `time() - ${queries.gauge('max', metric('source_last_event_timestamp_seconds'), { by: ['source'] })}`,
          legend: '{{source}}',
        },
      ],
    },
    {
      id: 203,
      title: 'Not understood or refused',
      description:
        'For each minute: input that could not be parsed, events that were refused because something in them was wrong, durations over six hours. Best at 0.',
      unit: 'cpm',
      kind: 'bars',
      width: 6,
      noValue: 'nothing',
      queries: [
        {
          expression: queries.perMinuteIfAny(metric('source_parse_errors_total'), {
            by: ['reason'],
          }),
          legend: 'not parsed: {{reason}}',
        },
        {
          expression: queries.perMinuteIfAny(metric('events_rejected_total'), { by: ['reason'] }),
          legend: 'refused: {{reason}}',
        },
        {
          expression: queries.perMinuteIfAny(metric('durations_discarded_total'), {
            by: ['event'],
          }),
          legend: 'too long: {{event}}',
        },
      ],
    },
    {
      id: 204,
      title: 'Defects',
      description:
        'For each minute: recordings that failed inside Turnscope, which is always a defect of it, and callbacks of the application that threw. Best at 0.',
      unit: 'cpm',
      kind: 'bars',
      width: 6,
      noValue: 'none',
      queries: [
        {
          expression: queries.perMinute(metric('record_failures_total')),
          legend: 'recording failed',
        },
        {
          expression: queries.perMinuteIfAny(metric('callback_failures_total'), { by: ['event'] }),
          legend: 'callback threw: {{event}}',
        },
      ],
    },
  ],
};
