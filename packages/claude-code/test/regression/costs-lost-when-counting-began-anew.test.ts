import { expect, it } from '@jest/globals';
import { answer, haiku, init, opus, result } from '../fixtures/stream-messages.ts';
import { eventsOf, sumBy } from '../support/facts.ts';
import { play } from '../support/play-stream.ts';

// The total says that the agent began to count anew, while what haiku has cost since is more than before.
it('counts all that a model has cost since the total of the query began anew', () => {
  const { events } = play([
    [0, init()],
    [1, answer('m1')],
    [2, result(costs({ [opus]: 9, [haiku]: 1 }))],
    [3, init()],
    [4, answer('m2')],
    [5, result(costs({ [opus]: 1, [haiku]: 3 }))],
  ]);
  const updates = eventsOf(events, 'response-update');
  expect(sumBy(updates, ({ model, costUsd = 0 }) => [`${model}`, costUsd])).toEqual({
    [opus]: 10,
    [haiku]: 4,
  });
});

function costs(byModel: Readonly<Record<string, number>>) {
  const total_cost_usd = Object.values(byModel).reduce((sum, usd) => sum + usd, 0);
  const models = Object.entries(byModel).map(([model, costUSD]) => [model, { costUSD }]);
  return { total_cost_usd, modelUsage: Object.fromEntries(models) };
}
