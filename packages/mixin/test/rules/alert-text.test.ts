import { expect, test } from '@jest/globals';
import { alerts } from '@turnscope/core';
import { alertText, fillTemplates } from '../../src/rules/alert-text.ts';
import { thresholdsWith } from '../support/thresholds.ts';

test.each([
  [
    'a share',
    'TurnscopeLowCompletion',
    0.9,
    ['{{ $value | humanizePercentage }} of their', 'limit of 90 %'],
  ],
  [
    'a time',
    'TurnscopeSlowCompaction',
    90,
    ['took {{ $value | humanizeDuration }} in', 'limit of 1m 30s'],
  ],
  [
    'a count',
    'TurnscopeFrequentRestarts',
    4.5,
    ['{{ $value | printf "%.0f" }} restarts', 'limit of 4.5'],
  ],
  [
    'a score',
    'TurnscopeSlowTurns',
    0.85,
    ['was {{ $value | printf "%.2f" }} over 1h', 'limit of 0.85'],
  ],
] as const)('%s is told in its unit', (_, name, limit, texts) => {
  const { description } = textOf(name, () => limit);
  for (const text of texts) expect(description).toContain(text);
});

test('a sentence names the process type, a limit may depend on it', () => {
  const overrides = {
    'the "old"': { completion_ratio: { warning: 0.5, critical: 0.1 } },
    clerk: { completion_ratio: { warning: 0.5, critical: 0.2 } },
    reader: { completion_ratio: { warning: 0.25, critical: 0.2 } },
  };
  const { summary, description } = textOf('TurnscopeLowCompletion', undefined, overrides);
  expect(summary).toBe('Turns of {{ $labels.process_type }} agents end in errors.');
  expect(description).toContain(
    'limit of {{ if eq $labels.process_type "clerk" "the \\"old\\"" }}50 %{{ else if eq $labels.process_type "reader" }}25 %{{ else }}90 %{{ end }}.',
  );
});

test('a place that nothing is known of is refused', () => {
  const words = { summary: 'All is {color}.', description: '' };
  expect(() => fillTemplates(words, {})).toThrow('nothing is known of {color} in: All is {color}.');
});

function textOf(
  name: string,
  limit?: () => number,
  overrides: Parameters<typeof thresholdsWith>[0] = {},
) {
  const alert = alerts.find((each) => each.name === name);
  if (alert?.scope !== 'both') throw new RangeError(`no alert on a signal is called ${name}`);
  const { limits } = alert;
  const warning = (set: ReturnType<ReturnType<typeof thresholdsWith>['for']>) =>
    'threshold' in limits ? set[limits.threshold].warning : undefined;
  return alertText(alert, limit ?? warning, thresholdsWith(overrides));
}
