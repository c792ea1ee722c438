import { describe, expect, it } from '@jest/globals';
import { type Collection, PerformanceMonitor } from '@turnscope/core';
import {
  type BackEnd,
  checkScenario,
  type Deviation,
  type ReadFamilies,
  type ReadFamily,
  type ReadSeries,
  readCollection,
  type Scenario,
  scenarios,
} from '../src/index.ts';
import { exchange } from '../src/scenarios/exchange.ts';

/** A back end that is right but for what `change` does. */
function backEnd(change: (families: ReadFamilies) => ReadFamilies): BackEnd {
  return {
    name: 'planted',
    create: (monitor) => ({ read: async () => change(readCollection(monitor.collect())) }),
  };
}

const eachFamily = (change: (family: ReadFamily) => ReadFamily) =>
  backEnd((families) => families.map(change));

const eachSeries = (change: (series: ReadSeries) => ReadSeries) =>
  eachFamily((family) => ({ ...family, series: family.series.map(change) }));

/** Those of the first scenario that finds some. */
async function differencesOf(planted: BackEnd): Promise<readonly string[]> {
  for (const scenario of scenarios) {
    const { differences } = await checkScenario(planted, scenario);
    if (differences.length > 0) return differences;
  }
  return [];
}

/** Keeps what it has seen first. */
function keeping(keep: (monitor: PerformanceMonitor) => () => Collection): BackEnd {
  return {
    name: 'keeping',
    create(monitor) {
      const collect = keep(monitor);
      return { read: async () => readCollection(collect()) };
    },
  };
}

const faults: readonly { readonly what: string; readonly planted: BackEnd }[] = [
  { what: 'a family is missing', planted: backEnd((families) => families.slice(1)) },
  { what: 'a family is shown twice', planted: backEnd((families) => [...families, ...families]) },
  { what: 'kinds are untyped', planted: eachFamily((family) => ({ ...family, kind: 'gauge' })) },
  {
    what: 'quotes in help are escaped',
    planted: eachFamily((family) => ({ ...family, help: family.help.replaceAll(',', '\\,') })),
  },
  {
    what: 'the last series is lost',
    planted: eachFamily((family) => ({ ...family, series: family.series.slice(0, -1) })),
  },
  {
    what: 'newlines in labels are spaces',
    planted: eachSeries((series) => ({
      ...series,
      labels: Object.fromEntries(
        Object.entries(series.labels).map(([name, value]) => [name, value.replace('\n', ' ')]),
      ),
    })),
  },
  {
    what: 'labels have one more',
    planted: eachSeries((series) => ({ ...series, labels: { ...series.labels, scope: 'x' } })),
  },
  {
    what: 'values are rounded',
    planted: eachSeries((series) =>
      'value' in series ? { ...series, value: Math.round(series.value * 1e6) / 1e6 } : series,
    ),
  },
  {
    what: 'sums are lost',
    planted: eachSeries((series) => ('sum' in series ? { ...series, sum: 0 } : series)),
  },
  {
    what: 'a bucket is lost',
    planted: eachSeries((series) =>
      'buckets' in series ? { ...series, buckets: new Map([...series.buckets].slice(1)) } : series,
    ),
  },
  {
    what: 'the time is that of the first scrape',
    planted: keeping((monitor) => {
      const { now } = monitor.collect();
      return () => ({ ...monitor.collect(), now });
    }),
  },
  {
    what: 'families are those of the first scrape',
    planted: keeping((monitor) => {
      const { families } = monitor.collect();
      return () => ({ ...monitor.collect(), families });
    }),
  },
  {
    what: 'series are those of the first scrape',
    planted: keeping((monitor) => {
      const families = monitor.collect().families.map((family) => ({
        ...family,
        name: family.name,
        kind: family.kind,
        help: family.help,
        bounds: family.bounds,
        series: [...family.series],
      }));
      return () => ({ ...monitor.collect(), families });
    }),
  },
  {
    what: 'absent gauges are NaN',
    planted: backEnd((families) => [
      ...families,
      {
        name: 'turnscope_signal_source_silence_seconds',
        kind: 'gauge',
        help: '',
        series: [{ labels: {}, value: Number.NaN }],
      },
    ]),
  },
];

describe('a back end', () => {
  it('that shows the collection passes', async () => {
    expect(await differencesOf(backEnd((families) => families))).toEqual([]);
  });

  it('may show families in another order', async () => {
    expect(await differencesOf(backEnd((families) => [...families].reverse()))).toEqual([]);
  });

  it.each(faults)('fails when $what', async ({ planted }) => {
    expect((await differencesOf(planted)).length).toBeGreaterThan(0);
  });
});

/** A turn whose series is held at 0, and then a state with another. */
const heldAndRead: Scenario = {
  name: 'planted',
  options: { zeroHoldSeconds: 30 },
  steps: [
    { what: 'a turn', play: ({ monitor }) => monitor.recordExchange(exchange()) },
    {
      what: 'a state',
      play({ monitor, advance }) {
        advance(30);
        const earlier = new PerformanceMonitor();
        earlier.recordExchange(exchange());
        monitor.readState(earlier.writeState());
      },
    },
  ],
};

function turnsIn(families: ReadFamilies): number {
  const turns = families.find(({ name }) => name === 'turnscope_turns_total')?.series ?? [];
  return turns.reduce((sum, series) => sum + ('value' in series ? series.value : 0), 0);
}

describe('a deviation', () => {
  const [scenario] = scenarios as readonly [Scenario];
  const withoutHelp: Deviation = {
    what: 'has no help',
    reason: 'planted',
    apply: (families) => families.map((family) => ({ ...family, help: '' })),
  };
  const unneeded: Deviation = { ...withoutHelp, apply: (families) => families };

  it('makes the contract another, and is told as needed', async () => {
    const planted = eachFamily((family) => ({ ...family, help: '' }));
    const deviations = [withoutHelp, unneeded];
    const { differences, needed } = await checkScenario({ ...planted, deviations }, scenario);
    expect(differences).toEqual([]);
    expect([...needed]).toEqual([withoutHelp]);
  });

  it('may depend on what was held before, and on what was recorded here', async () => {
    const stages: unknown[] = [];
    const spy: Deviation = {
      ...unneeded,
      apply(families, { earlier, recorded }) {
        stages.push([earlier.length, turnsIn(families), turnsIn(recorded())]);
        return families;
      },
    };
    const right = { ...backEnd((families) => families), deviations: [spy] };
    expect((await checkScenario(right, heldAndRead)).differences).toEqual([]);
    expect(stages).toEqual([
      [0, 0, 0],
      [1, 0, 1],
      [2, 2, 1],
    ]);
  });

  it('may not make NaN of a collection right', async () => {
    const value = Number.NaN;
    const families = [{ name: 'a', kind: 'gauge' as const, help: '', labels: [], unit: 'none' }];
    const play: Scenario['steps'][number]['play'] = ({ monitor, now }) => {
      const series = [{ labelValues: [], value: () => value, read: () => {} }];
      const collection = { now: now(), families: families.map((each) => ({ ...each, series })) };
      monitor.collect = () => collection as unknown as Collection;
    };
    const scenario = { name: 'planted', steps: [{ what: 'NaN', play }] };
    const { differences } = await checkScenario(
      backEnd((all) => all),
      scenario,
    );
    expect(differences).toEqual(['after NaN: a{}: NaN']);
  });

  it('that is none any more makes the back end differ', async () => {
    const right = backEnd((families) => families);
    const { differences } = await checkScenario({ ...right, deviations: [withoutHelp] }, scenario);
    expect(differences.length).toBeGreaterThan(0);
  });
});

describe('a reader', () => {
  it('is closed when the scenario is over, even when it could not be read', async () => {
    const [scenario] = scenarios as readonly [Scenario];
    let closed = 0;
    const close = async () => {
      closed += 1;
    };
    const read = () => Promise.reject(new Error('planted'));
    const broken: BackEnd = { name: 'broken', create: () => ({ read, close }) };
    await expect(checkScenario(broken, scenario)).rejects.toThrow('planted');
    expect(closed).toBe(1);
  });
});
