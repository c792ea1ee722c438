import { describe, expect, it } from '@jest/globals';
import type { BackEnd } from './back-end.ts';
import { checkScenario, type Verdict } from './check-scenario.ts';
import type { Scenario } from './scenario.ts';
import { scenarios } from './scenarios/scenarios.ts';

/** So many lines say what is wrong. */
const mostLines = 20;

/** A million records in a library that takes long for each, on a machine that does other things too. */
const patienceMilliseconds = 180_000;

/** Holds a back end to the contract: a test for each scenario, and one for each declared deviation. */
export function describeBackEnd(backEnd: BackEnd): void {
  const verdicts = new Map<Scenario, Promise<Verdict>>();
  const verdictOf = (scenario: Scenario) => {
    const verdict = verdicts.get(scenario) ?? checkScenario(backEnd, scenario);
    verdicts.set(scenario, verdict);
    return verdict;
  };
  describe(backEnd.name, () => {
    it.each(scenarios)(
      'shows $name',
      async (scenario) => {
        const { differences } = await verdictOf(scenario);
        expect(differences.slice(0, mostLines)).toEqual([]);
      },
      patienceMilliseconds,
    );
    for (const deviation of backEnd.deviations ?? []) {
      it(
        `deviates: ${deviation.what} (${deviation.reason})`,
        async () => {
          const all = await Promise.all(scenarios.map(verdictOf));
          expect(all.some(({ needed }) => needed.has(deviation))).toBe(true);
        },
        patienceMilliseconds,
      );
    }
  });
}
