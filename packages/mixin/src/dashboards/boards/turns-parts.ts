import { metric } from '../../metric.ts';
import type { MixinOptions } from '../../mixin-options.ts';
import type { PanelPlan, RowPlan } from '../plan/panel-plan.ts';
import { PanelQueries, ratio } from '../plan/panel-queries.ts';
import { type SignalWords, signalOverTime } from '../plan/signal-panel.ts';

const queries = new PanelQueries(['process_type', 'model']);
const responses = metric('responses_total');
const calls = metric('tool_calls_total');

/** Where turns fail: the model. */
export function responseOutcomes({ thresholds }: MixinOptions): RowPlan {
  return {
    id: 300,
    title: 'Responses of the model',
    panels: [byOutcome, signalOverTime(failed, thresholds), failedByModel],
  };
}

const byOutcome: PanelPlan = {
  id: 301,
  title: 'Responses by outcome',
  description:
    'Answers of the model, one for each request, for each minute. A turn has one or more.',
  unit: 'cpm',
  kind: 'bars',
  width: 8,
  queries: [
    { expression: queries.perMinute(responses, { by: ['outcome'] }), legend: '{{outcome}}' },
  ],
};

const failed: SignalWords = {
  id: 302,
  signal: 'response_error_ratio',
  title: 'Responses failed',
  advice: 'At or above a dashed line for five minutes an alert fires.',
  width: 8,
};

const failedByModel: PanelPlan = {
  id: 303,
  title: 'Responses failed, by model',
  description:
    'Failed responses among those that succeeded or failed, by model: a provider in trouble shows in one of them.',
  unit: 'percentunit',
  kind: 'lines',
  width: 8,
  queries: [
    {
      expression: ratio(
        queries.perSecond(responses, { by: ['model'], where: { outcome: 'error' } }),
        queries.perSecond(responses, { by: ['model'], where: { outcome: 'success|error' } }),
      ),
      legend: '{{model}}',
    },
  ],
};

const failedShare = ratio(
  queries.inRange(calls, { by: ['tool'], where: { outcome: 'error' } }),
  queries.inRange(calls, { by: ['tool'], where: { outcome: 'success|error' } }),
);

/** Where turns fail: the tools. */
export const toolOutcomes: RowPlan = {
  id: 400,
  title: 'Tools, of all process types and models',
  panels: [
    {
      id: 401,
      title: 'Tool calls',
      description: 'Calls that ended, for each minute, of the eight tools that are called most.',
      unit: 'cpm',
      kind: 'bars',
      width: 8,
      queries: [
        {
          expression: `topk(8, ${queries.perMinute(calls, { by: ['tool'] })})`,
          legend: '{{tool}}',
        },
      ],
    },
    {
      id: 402,
      title: 'Tool calls by outcome',
      description:
        'Calls that ended, for each minute. Interrupted: a person stopped or refused it.',
      unit: 'cpm',
      kind: 'bars',
      width: 8,
      queries: [
        { expression: queries.perMinute(calls, { by: ['outcome'] }), legend: '{{outcome}}' },
      ],
    },
    {
      id: 403,
      title: 'Tools in the time shown',
      description:
        'Each tool with its calls that ended, the failed ones among those that succeeded or failed, and the time that 95 of 100 calls took at most.',
      unit: 'short',
      kind: 'table',
      width: 8,
      rowLabels: [{ name: 'tool', heading: 'Tool' }],
      sortedBy: 'Failed',
      queries: [
        { expression: queries.inRange(calls, { by: ['tool'] }), legend: 'Calls', unit: 'short' },
        { expression: failedShare, legend: 'Failed', unit: 'percentunit' },
        {
          expression: queries.quantileInRange(0.95, metric('tool_call_duration_seconds'), {
            by: ['tool'],
          }),
          legend: 'p95',
          unit: 's',
        },
      ],
    },
  ],
};
