import { metric } from '../../metric.ts';
import type { RowPlan } from '../plan/panel-plan.ts';
import { PanelQueries, ratio } from '../plan/panel-queries.ts';

const queries = new PanelQueries(['process_type']);
const all = metric('compactions_total');
const kept = metric('compaction_ratio');
const tokens = metric('compaction_tokens_total');

/** What a compaction does to the context. */
export const contextOfCompactions: RowPlan = {
  id: 300,
  title: 'Context before and after',
  panels: [
    {
      id: 301,
      title: 'Context kept, distribution',
      description:
        'How many compactions left which part of the context. 30 % means that 70 % was saved; a band at the top saves nothing.',
      unit: 'percentunit',
      kind: 'heatmap',
      width: 8,
      queries: [{ expression: queries.buckets(kept), legend: '{{le}}' }],
    },
    {
      id: 302,
      title: 'Mean context before and after',
      description:
        'Tokens in the context before a compaction, and in that of the next request after it.',
      unit: 'short',
      kind: 'lines',
      width: 8,
      queries: [
        { expression: meanContext('before'), legend: 'before' },
        { expression: meanContext('after'), legend: 'after' },
      ],
    },
    {
      id: 303,
      title: 'Context sizes',
      description:
        'Half and 95 of 100 requests sent a context of at most this size. It grows until a compaction.',
      unit: 'short',
      kind: 'lines',
      width: 8,
      queries: [
        { expression: queries.quantile(0.5, metric('context_size_tokens')), legend: 'p50' },
        { expression: queries.quantile(0.95, metric('context_size_tokens')), legend: 'p95' },
      ],
    },
  ],
};

/** How often, why and how long. */
export const whenCompacted: RowPlan = {
  id: 400,
  title: 'How often, and how long',
  panels: [
    {
      id: 401,
      title: 'Compactions by trigger',
      description:
        'Compactions for each minute: auto, when the context was full; manual, when a person asked.',
      unit: 'cpm',
      kind: 'bars',
      width: 6,
      queries: [{ expression: queries.perMinute(all, { by: ['trigger'] }), legend: '{{trigger}}' }],
    },
    {
      id: 402,
      title: 'Compactions by outcome',
      description: 'Compactions for each minute, by how they ended.',
      unit: 'cpm',
      kind: 'bars',
      width: 6,
      queries: [{ expression: queries.perMinute(all, { by: ['outcome'] }), legend: '{{outcome}}' }],
    },
    {
      id: 403,
      title: 'Compaction duration, distribution',
      description: 'How many compactions took how long. Nobody gets an answer in that time.',
      unit: 's',
      kind: 'heatmap',
      width: 12,
      queries: [
        {
          expression: queries.buckets(metric('compaction_duration_seconds')),
          legend: '{{le}}',
          exemplars: true,
        },
      ],
    },
    {
      id: 404,
      title: 'Compactions by pace',
      description:
        'Compactions that followed another in their conversation, for each minute; rapid: at most ten responses after it.',
      unit: 'cpm',
      kind: 'bars',
      width: 12,
      queries: [
        {
          expression: queries.perMinute(metric('compaction_refills_total'), { by: ['pace'] }),
          legend: '{{pace}}',
        },
      ],
    },
    {
      id: 405,
      title: 'Did what mattered survive?',
      description:
        'Compactions for each minute after which a check found that everything that mattered was still there, and those where it was not. Only your own code can know.',
      unit: 'cpm',
      kind: 'bars',
      width: 12,
      noValue: 'nobody checks',
      queries: [
        { expression: checked('true'), legend: 'survived' },
        { expression: checked('false'), legend: 'lost' },
      ],
    },
  ],
};

/** Tokens of a stage are counted exactly where the ratio of both is measured. */
function meanContext(stage: 'before' | 'after'): string {
  return ratio(queries.perSecond(tokens, { where: { stage } }), queries.observed(kept));
}

function checked(preserved: 'true' | 'false'): string {
  return queries.perMinute(metric('compactions_preserved_total'), { where: { preserved } });
}
