import { describe, expect, it } from '@jest/globals';
import { alerts, PerformanceMonitor, type SignalAlert } from '@turnscope/core';
import { describeWith, tool } from '@turnscope/testing';
import { type Evaluation, recordAlerts } from './support/alert-history.ts';
import { alertHistoryTest } from './support/alert-history-test.ts';
import { type RuleGroup, runPromtoolTests } from './support/promtool-tests.ts';
import { generatedGroups } from './support/recorded-queries.ts';
import { operandMetrics } from './support/sampled-operands.ts';

const history = recordAlerts(operandMetrics);
const { thresholds } = new PerformanceMonitor({ thresholds: { profile: 'coding-agent' } });
const signalAlerts = alerts.filter((alert): alert is SignalAlert => alert.scope === 'both');
const names = new Set<string>(signalAlerts.map(({ name }) => name));
/** Declared crossings: until the longest window holds nothing of before, signals are on their way. */
const crossingSeconds = 3600;

describe('the history of alerts', () => {
  it('has every alert on a signal in it, pending, firing and resolved', () => {
    const seen = new Set(
      history.evaluations.flatMap(({ states }) => states.map(withoutProcessType)),
    );
    const expected = signalAlerts.flatMap(({ name, limits }) => {
      const severities = 'fixed' in limits ? Object.keys(limits.fixed) : ['warning', 'critical'];
      return severities.flatMap((each) =>
        ['pending', 'firing'].map((state) => `${name} ${each} ${state}`),
      );
    });
    expect([...seen].toSorted()).toEqual(expected.toSorted());
    expect(history.evaluations.at(-1)?.states).toEqual([]);
  });

  it('stays 5 % away from every limit but at its crossings', () => {
    const steady = history.evaluations.filter(
      ({ changedSeconds }) => changedSeconds > crossingSeconds,
    );
    expect(steady.length).toBeGreaterThan(500);
    expect(steady.flatMap(tooNear)).toEqual([]);
  });
});

describeWith(tool('promtool'), 'the generated rules over the same samples', () => {
  it('have the same states at each evaluation', async () => {
    const { passed, output } = await runPromtoolTests(signalGroups(), [alertHistoryTest(history)]);
    expect(passed ? '' : output.slice(0, 5_000)).toBe('');
    const states = history.evaluations.reduce((sum, each) => sum + each.states.length, 0);
    process.stdout.write(
      `\n${history.evaluations.length} evaluations, ${states} states compared\n`,
    );
  });
});

/** Without what is seen from outside only, and without words, which other tests look at. */
function signalGroups(): readonly RuleGroup[] {
  return generatedGroups(thresholds)
    .filter(({ name }) => name.startsWith('turnscope_alerts_'))
    .map(({ name, rules }) => ({
      name,
      rules: rules
        .filter(({ alert }) => alert === undefined || names.has(alert))
        .map(({ annotations: _, ...rule }) => rule),
    }));
}

function withoutProcessType(state: string): string {
  const [name, severity, , phase] = state.split(' ');
  return `${name} ${severity} ${phase}`;
}

/** The silence of a source grows all the time and crosses its limits when it does. */
function tooNear({ seconds, readings }: Evaluation) {
  return signalAlerts.flatMap(({ name, signal, limits }) => {
    if (!('threshold' in limits)) return [];
    return readings.flatMap(({ signal: read, processType = '', value }) => {
      if (read !== signal.name || value === undefined) return [];
      const { warning, critical } = thresholds.for(processType)[limits.threshold];
      return [warning, critical]
        .filter((limit) => Math.abs(value - limit) < 0.05 * limit)
        .map((limit) => ({ name, seconds, processType, value, limit }));
    });
  });
}
