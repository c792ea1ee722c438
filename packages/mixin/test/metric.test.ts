import { expect, test } from '@jest/globals';
import { catalogue } from '@turnscope/core';
import { metric } from '../src/metric.ts';

test('every metric of the catalogue is found by its name', () => {
  for (const definition of catalogue) {
    expect(metric(definition.name.replace('turnscope_', ''))).toBe(definition);
  }
});

test('a metric that nobody exposes cannot be asked for', () => {
  expect(() => metric('turns')).toThrow('no metric turnscope_turns in the catalogue');
});
