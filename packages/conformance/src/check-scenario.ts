import type { BackEnd, BackEndReader, Deviation } from './back-end.ts';
import { differences, withoutNumber } from './differences.ts';
import { type Moment, Moments } from './moment.ts';
import type { ReadFamilies } from './read-families.ts';
import { readCollection } from './reference.ts';
import { createStage, type Scenario, type Stage } from './scenario.ts';

/** What a back end made of a scenario. */
export interface Verdict {
  /** Each begins with the step. Empty when the back end keeps the contract. */
  readonly differences: readonly string[];
  /** Declared deviations without which it would have differed. */
  readonly needed: ReadonlySet<Deviation>;
}

/** Plays the scenario and compares the back end with the collection before the first step and after each. */
export async function checkScenario(backEnd: BackEnd, scenario: Scenario): Promise<Verdict> {
  const stage = createStage(scenario);
  const reader = backEnd.create(stage.monitor);
  const found: string[] = [];
  const needed = new Set<Deviation>();
  const moments = new Moments(scenario);
  const compare = async (when: string) => {
    const { expected, shown } = await readBoth(stage, reader);
    const { deviations = [] } = backEnd;
    const moment = moments.next(expected);
    const differencesBut = (some: readonly Deviation[]) =>
      differences(deviant(expected, some, moment), shown);
    const all = [...withoutNumber(expected), ...differencesBut(deviations)];
    found.push(...all.map((text) => `${when}: ${text}`));
    for (const deviation of deviations) {
      const others = deviations.filter((each) => each !== deviation);
      if (differencesBut(others).length > 0) needed.add(deviation);
    }
  };
  try {
    await compare('at first');
    for (const { what, play } of scenario.steps) {
      play(stage);
      await compare(`after ${what}`);
    }
  } finally {
    await reader.close?.();
  }
  return { differences: found, needed };
}

async function readBoth({ monitor }: Stage, reader: BackEndReader) {
  // The back end first: what it does not see must not be brought about by the reference.
  const shown = await reader.read();
  return { shown, expected: readCollection(monitor.collect()) };
}

function deviant(
  expected: ReadFamilies,
  deviations: readonly Deviation[],
  moment: Moment,
): ReadFamilies {
  return deviations.reduce((families, { apply }) => apply(families, moment), expected);
}
