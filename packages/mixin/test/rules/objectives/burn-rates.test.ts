import { expect, test } from '@jest/globals';
import { ruleFiles } from '../../../src/index.ts';
import { failingShare, leastSamples } from '../../../src/rules/objectives/burn-rates.ts';
import { mixinOptions } from '../../support/mixin-options.ts';
import { readAlerts } from '../../support/read-rules.ts';

test.each([
  [0.99, 14.4, 0.144],
  [0.99, 1, 0.01],
  [0.95, 14.4, 0.72],
  [0.95, 6, 0.3],
])('a budget of 1 - %d burns %d times too fast when %d fail', (objective, factor, share) => {
  expect(failingShare('completion', objective, { factor })).toBe(share);
});

test.each([0.93, 0.9, 0.5])(
  'an objective of %d is refused: more than everything would have to fail',
  (objective) => {
    const options = mixinOptions({ objectives: { completion: objective } });
    expect(() => ruleFiles(options)).toThrow(RangeError);
    expect(() => ruleFiles(options)).toThrow(
      new RegExp(
        `^objectives\\.completion ${objective} cannot be watched.*State an objective above 0\\.930`,
      ),
    );
  },
);

test('an objective just above what is refused is watched', () => {
  const options = mixinOptions({ objectives: { response_latency: 0.931 } });
  expect(readAlerts(options, 'TurnscopeResponseLatencyBurn')[0]?.expr).toContain('> 0.9936');
});

test.each([0, 1, 1.5, -1, Number.NaN])('%d is no objective', (objective) => {
  const options = mixinOptions({ objectives: { response_latency: objective } });
  expect(() => ruleFiles(options)).toThrow(
    'objectives.response_latency must be a share between 0 and 1',
  );
});

test.each([
  [0.72, 10],
  [0.144, 10],
  [0.06, 17],
  [0.03, 34],
  [0.01, 101],
])('a single failure is not beyond %d of %d', (share, least) => {
  expect(leastSamples(share)).toBe(least);
  expect(1 / least).toBeLessThan(share);
});

test('an alert needs its share in both of its windows, and says what its pace means', () => {
  const [fast] = readAlerts(mixinOptions(), 'TurnscopeCompletionBurn');
  expect(fast).toMatchObject({
    expr: [
      '(process_type:turnscope_completion_failures:ratio_rate1h > 0.144)',
      '(process_type:turnscope_completion_failures:ratio_rate5m > 0.144)',
      '(process_type:turnscope_completion_objective_samples:increase1h >= 10)',
    ].join('\nand\n'),
    labels: { severity: 'critical', long_window: '1h', short_window: '5m' },
    annotations: {
      description:
        '{{ $value | humanizePercentage }} of the turns of {{ $labels.process_type }} agents failed over 1h, more than 14.4 %. At this pace what the objective of 99 % allows in 30 days is spent in 2.1 days.',
    },
  });
});
