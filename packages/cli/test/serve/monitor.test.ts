import { describe, expect, it } from '@jest/globals';
import { profiles, thresholdNames } from '@turnscope/core';
import { createMonitor } from '../../src/serve/monitor.ts';
import type { Stage } from '../../src/serve/stage.ts';
import { resolveSettings } from '../../src/settings/settings.ts';
import { createContext } from '../support/context.ts';

const { environment } = createContext();
const real: Stage = {
  reading: { folders: [] },
  processTypes: ['strategic', 'tactical'],
  demo: undefined,
  close: async () => {},
};
const demo: Stage = {
  ...real,
  demo: { advance: async () => 0, ledger: () => ({}) as never, close: async () => {} },
};
const numbers = profiles['coding-agent'];
const slow = { response_duration: { warning: 100, critical: 200 } };

describe('createMonitor', () => {
  it('takes the thresholds of coding agents', async () => {
    const { thresholds } = createMonitor(await resolveSettings({}, environment), real);
    expect(thresholds.for('tactical')).toEqual(numbers.tactical);
    expect(thresholds.for('subagent')).toEqual(numbers.strategic);
  });

  it('gives the demo the numbers of the roles that it plays, with the overrides of the user', async () => {
    const settings = await resolveSettings({}, environment);
    const overrides = { tactical: slow };
    const monitor = createMonitor(
      { ...settings, thresholds: { profile: 'coding-agent', overrides } },
      demo,
    );
    expect(monitor.thresholds.for('demo-tactical')).toEqual({ ...numbers.tactical, ...slow });
    expect(monitor.thresholds.for('demo-strategic')).toEqual(numbers.strategic);
  });

  it('passes on the limits', async () => {
    const settings = await resolveSettings({}, environment);
    const monitor = createMonitor({ ...settings, limits: { models: 3, conversations: 4 } }, real);
    const values = new Map(
      monitor
        .collect()
        .families.flatMap(({ name, series }) =>
          series.map((each) => [`${name} ${each.labelValues}`, each.value(0)] as const),
        ),
    );
    expect(values.get('turnscope_label_values_limit model')).toBe(3);
    expect(values.get('turnscope_label_values_limit tool')).toBe(60);
    expect(values.get('turnscope_conversations_tracked_limit ')).toBe(4);
  });

  it('keeps exemplars, and native histograms where the file says so', async () => {
    const settings = await resolveSettings({}, environment);
    const seriesOf = (exposition: typeof settings.exposition) => {
      const monitor = createMonitor({ ...settings, exposition }, real);
      monitor.enableSource('code');
      monitor.recordExchange({ conversationId: 'c', outcome: 'success', durationSeconds: 3 });
      const { families } = monitor.collect();
      const family = families.find(({ name }) => name === 'turnscope_response_duration_seconds');
      return family?.series.find(({ exemplar }) => exemplar !== undefined);
    };
    expect(seriesOf(settings.exposition)?.native).toBeUndefined();
    expect(seriesOf({ ...settings.exposition, nativeHistograms: true })?.native?.(0).schema).toBe(
      3,
    );
    expect(seriesOf({ ...settings.exposition, exemplars: false })).toBeUndefined();
  });

  it('names the file when a number of native histograms makes no sense', async () => {
    const settings = await resolveSettings({}, environment);
    const exposition = { ...settings.exposition, nativeHistograms: { maxBuckets: 1 } };
    expect(() => createMonitor({ ...settings, exposition }, real)).toThrow(
      'configuration: exposition.nativeHistograms.maxBuckets must be',
    );
  });

  it('has the labels that rules give, and none in the demo', async () => {
    const settings = await resolveSettings({}, environment);
    const labelRules = {
      project: [
        { folder: 'shop', value: 'shop' },
        { folder: 'till', value: 'shop' },
      ],
    };
    const monitor = createMonitor(settings, { ...real, reading: { folders: [], labelRules } });
    monitor.recordRetry({
      conversationId: 'c1',
      reason: 'overloaded',
      labels: { project: 'shop' },
    });
    const labelsOf = (shown: typeof monitor) =>
      shown.collect().families.find(({ name }) => name.endsWith('retries_total'))?.labels;
    monitor.enableSource('transcripts');
    expect(labelsOf(monitor)).toEqual(['process_type', 'reason', 'project']);
    const played = createMonitor({ ...settings, labelRules }, demo);
    played.enableSource('transcripts');
    expect(labelsOf(played)).toEqual(['process_type', 'reason']);
  });

  it('passes on how often to evaluate and how far back reports reach', async () => {
    const settings = await resolveSettings({}, environment);
    const evaluation = { intervalSeconds: 5, historySeconds: 7_200 };
    expect(createMonitor({ ...settings, evaluation }, real).evaluation).toEqual(evaluation);
  });

  it('measures evaluations with a stopwatch that knows parts of a millisecond', async () => {
    const monitor = createMonitor(await resolveSettings({}, environment), real);
    const { families, now } = monitor.collect();
    const name = 'turnscope_evaluation_duration_seconds_total';
    const seconds = families.find((family) => family.name === name)?.series[0]?.value(now) ?? 0;
    expect(seconds * 1000).not.toBe(Math.round(seconds * 1000));
  });

  it.each(thresholdNames)('lets %s be set for a process type', async (name) => {
    const settings = await resolveSettings({}, environment);
    const limits = { warning: 0.25, critical: 0.25 };
    const thresholds = {
      profile: 'coding-agent',
      overrides: { reviewer: { [name]: limits } },
    } as const;
    const monitor = createMonitor({ ...settings, thresholds }, real);
    expect(monitor.thresholds.for('reviewer')).toEqual({ ...numbers.strategic, [name]: limits });
  });

  it.each([
    {
      name: 'turn_latency_score',
      limits: { warning: 0.7, critical: 0.85 },
      message: /turn_latency_score\.warning 0\.7 lies beyond .*\.critical 0\.85$/,
    },
    {
      name: 'restart_success_ratio',
      limits: { warning: 1.5, critical: 0.5 },
      message: /restart_success_ratio\.warning is a ratio and must be at most 1, got 1\.5$/,
    },
  ])('refuses limits of $name that make no sense', async ({ name, limits, message }) => {
    const settings = await resolveSettings({}, environment);
    const thresholds = { profile: 'chat', overrides: { tactical: { [name]: limits } } } as const;
    expect(() => createMonitor({ ...settings, thresholds }, real)).toThrow(message);
  });

  it('refuses as wrong configuration what core refuses, and names the file', async () => {
    const settings = await resolveSettings({}, environment);
    const response_duration = { warning: 5, critical: 2 };
    const wrong = {
      ...settings,
      configFile: '/etc/turnscope.yaml',
      thresholds: { profile: 'chat', overrides: { tactical: { response_duration } } },
    } as const;
    expect(() => createMonitor(wrong, real)).toThrow(
      expect.objectContaining({
        exitCode: 2,
        message:
          '/etc/turnscope.yaml: thresholds.overrides.tactical.response_duration.warning 5 lies beyond thresholds.overrides.tactical.response_duration.critical 2',
      }),
    );
  });
});
