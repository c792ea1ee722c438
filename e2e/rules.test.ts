import { expect, it } from '@jest/globals';
import { alerts } from '@turnscope/core';
import { describeWith, tool } from '@turnscope/testing';
import { burnCases } from './support/burn-cases.ts';
import { burstCases } from './support/burst-cases.ts';
import { testsOf } from './support/burst-tests.ts';
import { mutantsOf } from './support/mutated-rules.ts';
import { outsideTests } from './support/outside-tests.ts';
import {
  type PromtoolTest,
  type Rule,
  type RuleGroup,
  runPromtoolTests,
} from './support/promtool-tests.ts';
import { stackYaml } from './support/stack-files.ts';

const { groups } = stackYaml<{ groups: readonly RuleGroup[] }>('rules/alerts.yml');

interface Subject {
  readonly alert: string;
  /** Of an alert with a rule for each of several windows, the one that is tested. */
  readonly window: string | undefined;
  readonly tests: readonly PromtoolTest[];
}

const subjects: readonly Subject[] = [
  ...[...burstCases, ...burnCases].map((cases) => ({
    alert: cases.alert,
    window: cases.labels?.['long_window'],
    tests: testsOf(cases),
  })),
  ...Object.entries(outsideTests).map(([alert, tests]) => ({ alert, window: undefined, tests })),
];
const titled = subjects.map((subject) => ({
  title: `${subject.alert}${subject.window ? ` over ${subject.window}` : ''}`,
  ...subject,
}));

it('there are cases for every alert', () => {
  const named = groups.flatMap(({ rules }) => rules.flatMap(({ alert }) => alert ?? []));
  const tested = new Set(subjects.map(({ alert }) => alert));
  expect(new Set(named)).toEqual(tested);
  for (const { name } of alerts) expect(tested).toContain(name);
});

describeWith(tool('promtool'), 'promtool test rules, of', () => {
  it.each(titled)('$title, finds every case as it should be', async ({ alert, tests }) => {
    const { passed, output } = await runPromtoolTests(groupsWith(alert), tests);
    expect(passed ? '' : output).toBe('');
  });

  it.each(titled)(
    '$title, notices whatever number is another',
    async ({ alert, window, tests }) => {
      const mutants = mutantsOf(groupsWith(alert), alert, window);
      const verdicts = await Promise.all(
        mutants.map(async ({ what, groups: mutated }) => {
          const { passed } = await runPromtoolTests(mutated, tests);
          return { what, passed };
        }),
      );
      expect(verdicts.filter(({ passed }) => passed)).toEqual([]);
      expect(verdicts.length).toBeGreaterThan(0);
    },
  );
});

/** The rules of an alert, and those that record what they read. */
function groupsWith(alert: string): readonly RuleGroup[] {
  const own = groups.filter(({ rules }) => rules.some((rule) => rule.alert === alert));
  return own.map(({ name, rules }) => {
    const alerting = rules.filter((rule) => rule.alert === alert);
    const read = alerting.map(({ expr }) => expr).join('\n');
    const isRead = ({ record }: Rule) => record !== undefined && read.includes(record);
    return { name, rules: [...rules.filter(isRead), ...alerting] };
  });
}
