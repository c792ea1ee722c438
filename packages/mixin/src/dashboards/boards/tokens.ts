import { metric } from '../../metric.ts';
import type { MixinOptions } from '../../mixin-options.ts';
import type { DashboardPlan, PanelPlan, RowPlan } from '../plan/panel-plan.ts';
import { PanelQueries, ratio } from '../plan/panel-queries.ts';
import { type SignalWords, signalNow } from '../plan/signal-panel.ts';
import { money, tokenFlow } from './tokens-flow.ts';

const queries = new PanelQueries(['process_type', 'model']);
const tokensTotal = metric('tokens_total');

/** What goes into the model and comes out of it, and what it costs. */
export function tokens(options: MixinOptions): DashboardPlan {
  return {
    name: 'tokens',
    title: 'Turnscope / Tokens and cost',
    description:
      'What goes into the models and comes out of them, what the cache saves, what it costs.',
    rows: [inTheTimeShown(options), tokenFlow, money],
    annotated: [],
  };
}

function inTheTimeShown({ thresholds }: MixinOptions): RowPlan {
  return {
    id: 100,
    title: 'In the time shown',
    panels: [...totals, signalNow(ofATurn, thresholds)],
  };
}

const totals: readonly PanelPlan[] = [
  {
    id: 101,
    title: 'Tokens',
    description: 'Tokens of all types: input, output, read from and written to the cache.',
    unit: 'short',
    kind: 'number',
    width: 4,
    queries: [{ expression: queries.inRange(tokensTotal), legend: 'tokens' }],
  },
  {
    id: 102,
    title: 'Output tokens',
    description: 'Tokens that the models wrote.',
    unit: 'short',
    kind: 'number',
    width: 4,
    queries: [
      {
        expression: queries.inRange(tokensTotal, { where: { type: 'output' } }),
        legend: 'output',
      },
    ],
  },
  {
    id: 103,
    title: 'Cost',
    description: 'US dollars, where a source reports them. Nothing is estimated.',
    unit: 'currencyUSD',
    kind: 'number',
    width: 4,
    noValue: 'no source reports it',
    queries: [{ expression: queries.inRange(metric('cost_usd_total')), legend: 'cost' }],
  },
  {
    id: 104,
    title: 'Input from the cache',
    description:
      'Tokens read from the cache among all that were sent. A fall makes every request dearer and slower.',
    unit: 'percentunit',
    kind: 'number',
    width: 4,
    queries: [
      {
        expression: ratio(
          queries.inRange(tokensTotal, { where: { type: 'cache_read' } }),
          queries.inRange(tokensTotal, { where: { type: 'input|cache_read|cache_creation' } }),
        ),
        legend: 'from the cache',
      },
    ],
  },
];

const ofATurn: SignalWords = {
  id: 105,
  signal: 'tokens_per_turn',
  title: 'Tokens of a turn, now',
  advice: 'Of all models, whichever is chosen.',
  width: 8,
};
