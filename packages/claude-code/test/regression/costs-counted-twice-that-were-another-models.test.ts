import { expect, it } from '@jest/globals';
import { answer, haiku, init, opus, result } from '../fixtures/stream-messages.ts';
import { eventsOf } from '../support/facts.ts';
import { openStream, second } from '../support/play-stream.ts';

const results = [
  { total_cost_usd: 1, modelUsage: {} },
  { total_cost_usd: 1.5, modelUsage: { [opus]: { costUSD: 0.75 }, [haiku]: { costUSD: 0.75 } } },
  { total_cost_usd: 2, modelUsage: { [opus]: { costUSD: 1.25 }, [haiku]: { costUSD: 0.75 } } },
];

// A total without models is the latest model's. The next result told that it was in part another's: the model had less
// than was known of it, which was taken for counting anew, and all of it counted once more.
it('costs that a result tells without models, and that were of several, count once', () => {
  const { translator, delivery } = openStream();
  for (const [turn, said] of results.entries()) {
    for (const message of [init(), answer(`m${turn}`), result(said)]) {
      translator.translate(message, second(turn));
    }
  }
  const told = eventsOf(delivery.events, 'response-update').filter(({ costUsd }) => costUsd);
  expect(told.map(({ model, costUsd }) => [model, costUsd])).toEqual([
    [opus, 1],
    [haiku, 0.5],
    [opus, 0.5],
  ]);
});
