import {
  conversationsLimit,
  conversationsTracked,
  eventsRejected,
  labelValuesOverflowed,
  recordFailures,
  rowsLimit,
  rowsOverflowed,
  rowsStored,
  scrapeDuration,
  scrapeRequests,
  sourceEvents,
  sourceLastEvent,
  sourceParseErrors,
} from '../../../../packages/core/src/catalogue/metrics/health.ts';
import type { RowPlan } from '../panel-plan.ts';
import { ratePerMinute, ratePerSecond, ratio, selected } from '../promql.ts';

const byInstance = ['job', 'instance'];

/** Whether the numbers above can be trusted. */
export const adapterHealth: RowPlan = {
  id: 700,
  title: 'Adapter health',
  panels: [
    {
      id: 701,
      title: 'Events read',
      description: 'Events that sources delivered, for each minute.',
      unit: 'cpm',
      kind: 'bars',
      width: 6,
      queries: [
        { expression: ratePerMinute(sourceEvents, { by: ['source'] }), legend: '{{source}}' },
      ],
    },
    {
      id: 702,
      title: 'Since the last event',
      description:
        'Time since the latest event of a source. It grows while nobody works, and when the source is cut off.',
      unit: 's',
      kind: 'lines',
      width: 6,
      queries: [
        {
          expression: `time() - max by (source) (${selected(sourceLastEvent)})`,
          legend: '{{source}}',
        },
      ],
    },
    {
      id: 703,
      title: 'Not understood, refused or folded together',
      description:
        'For each minute: input that could not be parsed, events that were refused, recordings that failed, and label values or rows that became "other" because their limit was reached. Best at 0.',
      unit: 'cpm',
      kind: 'lines',
      width: 12,
      queries: [
        {
          expression: ratePerMinute(sourceParseErrors, { by: ['reason'] }),
          legend: 'not parsed: {{reason}}',
        },
        {
          expression: ratePerMinute(eventsRejected, { by: ['reason'] }),
          legend: 'refused: {{reason}}',
        },
        { expression: ratePerMinute(recordFailures), legend: 'recording failed' },
        {
          expression: ratePerMinute(labelValuesOverflowed, { by: ['label'] }),
          legend: 'label folded: {{label}}',
        },
        {
          expression: ratePerMinute(rowsOverflowed, { by: ['event'] }),
          legend: 'row folded: {{event}}',
        },
      ],
    },
    {
      id: 704,
      title: 'Time for a scrape',
      description: 'Mean time that the adapter needed to write the answer to a scrape.',
      unit: 's',
      kind: 'lines',
      width: 12,
      queries: [
        {
          expression: ratio(
            ratePerSecond(scrapeDuration, { by: [...byInstance, 'format'] }),
            ratePerSecond(scrapeRequests, { by: [...byInstance, 'format'] }),
          ),
          legend: '{{instance}} {{format}}',
        },
      ],
    },
    {
      id: 705,
      title: 'Memory limits used',
      description:
        'Rows and conversations held, as a part of what may be held. At 100 % detail is lost.',
      unit: 'percentunit',
      kind: 'lines',
      width: 12,
      queries: [
        {
          expression: ratio(
            `max by (event) (${selected(rowsStored)})`,
            `max by (event) (${selected(rowsLimit)})`,
          ),
          legend: 'rows: {{event}}',
        },
        {
          expression: ratio(
            `max (${selected(conversationsTracked)})`,
            `max (${selected(conversationsLimit)})`,
          ),
          legend: 'conversations',
        },
      ],
    },
  ],
};
