import { expect, it } from '@jest/globals';
import { drawAgentId, drawApiId, drawUuid } from '../../../src/demo/random/identifier.ts';
import { createPseudoRandom } from '../../../src/demo/random/pseudo-random.ts';

it('draws a UUID of version 4', () => {
  const pattern = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
  expect(drawUuid(createPseudoRandom(1))).toMatch(pattern);
});

it('draws an id with its prefix', () => {
  expect(drawApiId(createPseudoRandom(1), 'msg_01')).toMatch(/^msg_01[0-9A-Za-z]{22}$/);
});

it('draws a subagent id', () => {
  expect(drawAgentId(createPseudoRandom(1))).toMatch(/^a[0-9a-f]{16}$/);
});

it('does not draw an id twice', () => {
  const random = createPseudoRandom(1);
  expect(new Set(Array.from({ length: 5_000 }, () => drawUuid(random))).size).toBe(5_000);
});
