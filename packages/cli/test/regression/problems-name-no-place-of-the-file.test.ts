import { expect, it } from '@jest/globals';
import { createMonitor } from '../../src/serve/monitor.ts';
import { parseConfig } from '../../src/settings/config-file.ts';
import { asExpositionSettings } from '../../src/settings/exposition.ts';
import { resolveSettings, thresholdsOf } from '../../src/settings/settings.ts';
import { createContext } from '../support/context.ts';

// They said `thresholds.reviewer.completion_ratio` and `nativeHistograms.growthFactor`, keys that the file refuses, and
// of what was no number and no truth value only `Invalid input`.
it.each([
  [
    'thresholds: { overrides: { reviewer: { completion_ratio: { warning: 0.8, critical: 0.9 } } } }',
    'thresholds.overrides.reviewer.completion_ratio.warning 0.8 lies beyond',
  ],
  [
    'exposition: { nativeHistograms: { growthFactor: 0.5 } }',
    'exposition.nativeHistograms.growthFactor must be above 1',
  ],
  [
    'exposition: { nativeHistograms: yes }',
    'exposition.nativeHistograms: must be true, false or { growthFactor: NUMBER, maxBuckets: NUMBER }',
  ],
  ['otlp: { interval: 15s }', 'otlp.endpoint: is missing'],
])('%s is refused by the keys that are written', async (text, message) => {
  const settings = await resolveSettings({}, createContext().environment);
  const start = () => {
    const config = parseConfig(text, 'turnscope.yaml');
    const exposition = asExpositionSettings(config.exposition);
    const thresholds = thresholdsOf(config);
    createMonitor({ ...settings, exposition, thresholds }, { processTypes: [], demo: undefined });
  };
  expect(start).toThrow(message);
});
