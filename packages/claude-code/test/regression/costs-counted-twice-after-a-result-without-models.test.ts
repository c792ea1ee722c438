import { expect, it } from '@jest/globals';
import { answer, init, opus, result } from '../fixtures/stream-messages.ts';
import { eventsOf } from '../support/facts.ts';
import { openStream, second } from '../support/play-stream.ts';

const one = { total_cost_usd: 1, modelUsage: { [opus]: { costUSD: 1 } } };
const twoWithoutModels = { total_cost_usd: 2, modelUsage: {} };
const three = { total_cost_usd: 3, modelUsage: { [opus]: { costUSD: 3 } } };

// Their total was the model's before them, and then the model told the same costs once more.
it.each([
  ['between others', false, [one, twoWithoutModels, three], [1, 1, 1]],
  ['before others', false, [twoWithoutModels, three], [2, 1]],
  ['before others of a resumed conversation', true, [twoWithoutModels, three], [1]],
])(
  'costs that a result tells without models, %s, count once',
  (_where, resumed, results, costs) => {
    const { translator, delivery } = openStream({ resumed });
    for (const [turn, said] of results.entries()) {
      for (const message of [init(), answer(`m${turn}`), result(said)]) {
        translator.translate(message, second(turn));
      }
    }
    const told = eventsOf(delivery.events, 'response-update').map(({ costUsd }) => costUsd);
    expect(told.filter((usd) => usd !== undefined)).toEqual(costs);
  },
);
