import { describe, expect, it } from '@jest/globals';
import type { EventLabels } from '@turnscope/core';
import { Attributions } from '../../src/store/attributions.ts';

const two = new Attributions({ project: ['shop', 'billing'], team: ['web'] });

describe('attributions', () => {
  it.each<[labels: object | undefined, number: number]>([
    [undefined, 0],
    [{}, 0],
    [{ project: 'other', team: 'other' }, 0],
    [{ team: 'web' }, 1],
    [{ project: 'shop' }, 2],
    [{ project: 'shop', team: 'web' }, 3],
    [{ project: 'billing', team: 'web' }, 5],
    [{ project: 'billing', team: 'not listed' }, 4],
    [{ colour: 'red' }, 0],
    [{ project: 5, team: 'web' }, 1],
  ])('number %j as %d', (labels, number) => {
    expect(two.of(labels as EventLabels)).toBe(number);
  });

  it('are numbered without gaps, and told from their numbers', () => {
    expect(two.count).toBe(6);
    const numbers = Array.from({ length: two.count }, (_, number) => number);
    expect(numbers.map((number) => two.of(two.labels(number)))).toEqual(numbers);
    expect(two.labels(5)).toEqual({ project: 'billing', team: 'web' });
  });

  it('are one where there are no labels', () => {
    const none = new Attributions({});
    expect([none.count, none.of(undefined), none.names]).toEqual([1, 0, []]);
    expect(none.labels(0)).toEqual({});
  });

  it('take a value that stands twice as one', () => {
    expect(new Attributions({ project: ['shop', 'shop'] }).count).toBe(2);
  });
});
