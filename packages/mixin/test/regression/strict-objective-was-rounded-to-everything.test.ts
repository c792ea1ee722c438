import { expect, test } from '@jest/globals';
import { mixinOptions } from '../support/mixin-options.ts';
import { readAlerts } from '../support/read-rules.ts';

// It said "more than 0 %" and "the objective of 100 %".
test('an objective of 0.99999 is told with all its digits', () => {
  const options = mixinOptions({ objectives: { completion: 0.99999 } });
  const rules = readAlerts(options, 'TurnscopeCompletionBurn');
  const told = rules.map(({ annotations }) => annotations?.['description']);
  expect(told).toHaveLength(4);
  expect(told[0]).toContain(
    'more than 0.0144 %. At this pace what the objective of 99.999 % allows',
  );
  expect(told[3]).toContain('more than 0.001 %.');
});
