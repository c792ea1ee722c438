import { describe, expect, it } from '@jest/globals';
import type { StreamOptions } from '../../src/index.ts';
import { answer, haiku, init, opus, result } from '../fixtures/stream-messages.ts';
import { eventsOf, sumBy } from '../support/facts.ts';
import { type Arrival, play, second } from '../support/play-stream.ts';

type Totals = Readonly<Record<string, unknown>>;

function byModel(costs: Readonly<Record<string, unknown>>): Totals {
  const entries = Object.entries(costs).map(([model, costUSD]) => [model, { costUSD }]);
  return { modelUsage: Object.fromEntries(entries) };
}

/** A turn for each result, whose only response is opus's. */
function turnsOf(results: readonly Totals[]): readonly Arrival[] {
  return results.flatMap((said, turn): readonly Arrival[] => [
    [turn * 10, init()],
    [turn * 10 + 1, answer(`m${turn}`)],
    [turn * 10 + 2, result(said)],
  ]);
}

function costsOf(arrivals: readonly Arrival[], options?: StreamOptions): Record<string, number> {
  const updates = eventsOf(play(arrivals, options).events, 'response-update');
  const costs = sumBy(updates, ({ processType, model, costUsd = 0 }) => [
    `${processType} ${model}`,
    costUsd,
  ]);
  return Object.fromEntries(Object.entries(costs).map(([key, usd]) => [key, round(usd)]));
}

function round(usd: number): number {
  return Math.round(usd * 1e6) / 1e6;
}

describe('the costs of a stream', () => {
  it('are recorded as an update that counts no response', () => {
    const { events } = play(turnsOf([{ total_cost_usd: 0.1354875 }]));
    expect(eventsOf(events, 'response-update').filter(({ costUsd }) => costUsd)).toEqual([
      {
        type: 'response-update',
        at: second(2),
        conversationId: 's1',
        processType: 'strategic',
        model: opus,
        outcome: 'success',
        costUsd: 0.1354875,
      },
    ]);
  });

  it.each<{ what: string; results: readonly Totals[]; costs: Totals }>([
    {
      what: 'are what a total has more than the one before',
      results: [{ total_cost_usd: 0.5 }, { total_cost_usd: 0.5 }, { total_cost_usd: 0.8 }],
      costs: { [`strategic ${opus}`]: 0.8 },
    },
    {
      what: 'are told by model, those of helpers as the conversation’s',
      results: [byModel({ [opus]: 0.4, [haiku]: 0.1 }), byModel({ [opus]: 0.7, [haiku]: 0.1 })],
      costs: { [`strategic ${opus}`]: 0.7, [`strategic ${haiku}`]: 0.1 },
    },
    {
      what: 'count once where both are told',
      results: [{ total_cost_usd: 0.5, ...byModel({ [opus]: 0.5 }) }],
      costs: { [`strategic ${opus}`]: 0.5 },
    },
    {
      what: 'go on over a result that was made up with zeros',
      results: [
        { total_cost_usd: 0.5, ...byModel({ [opus]: 0.5 }) },
        { total_cost_usd: 0, ...byModel({ [opus]: 0 }) },
        { total_cost_usd: 0.8, ...byModel({ [opus]: 0.8 }) },
      ],
      costs: { [`strategic ${opus}`]: 0.8 },
    },
    {
      what: 'begin anew where a total is smaller',
      results: [{ total_cost_usd: 0.5 }, { total_cost_usd: 0.2 }],
      costs: { [`strategic ${opus}`]: 0.7 },
    },
    {
      what: 'are none where they are no amounts',
      results: [{ total_cost_usd: -1, ...byModel({ [opus]: '0.5', '': 1, [haiku]: null }) }],
      costs: {},
    },
  ])('$what', ({ results, costs }) => {
    expect(costsOf(turnsOf(results))).toEqual(costs);
  });

  it('of a subagent’s model are a subagent’s', () => {
    const costs = costsOf([
      [0, init()],
      [1, answer('m1')],
      [2, answer('a1', { model: haiku, parent: 't1' })],
      [3, result(byModel({ [opus]: 0.4, [haiku]: 0.1 }))],
    ]);
    expect(costs).toEqual({ [`strategic ${opus}`]: 0.4, [`subagent ${haiku}`]: 0.1 });
  });

  // A resumed conversation goes on from what its transcript says that it has cost.
  it.each<{ how: string; options: StreamOptions; first: readonly unknown[] }>([
    { how: 'the caller says', options: { resumed: true }, first: [] },
    {
      how: 'a hook says',
      options: {},
      first: [{ type: 'system', subtype: 'hook_started', hook_name: 'SessionStart:resume' }],
    },
  ])(
    'of a resumed conversation count from its first total on, which $how',
    ({ options, first }) => {
      const hooks = first.map((message) => [0, message] as const);
      const results = [{ total_cost_usd: 0 }, { total_cost_usd: 5 }, { total_cost_usd: 5.5 }];
      expect(costsOf([...hooks, ...turnsOf(results)], options)).toEqual({
        [`strategic ${opus}`]: 0.5,
      });
    },
  );

  it('begin at 0 when the conversation is cleared', () => {
    const reset: Arrival = [5, { type: 'conversation_reset', session_id: 's1' }];
    const [first, second] = [{ total_cost_usd: 0.5 }, { total_cost_usd: 0.8 }].map((said) =>
      turnsOf([said]),
    );
    expect(costsOf([...(first ?? []), reset, ...(second ?? [])])).toEqual({
      [`strategic ${opus}`]: 1.3,
    });
  });
});
