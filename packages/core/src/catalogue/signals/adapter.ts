import { highest, increase } from '../expression.ts';
import { rowsOverflowed, sourceSilence } from '../metrics/health.ts';
import * as gauges from '../metrics/signals.ts';
import type { SignalDefinition } from '../signal.ts';

const overflowed = increase(rowsOverflowed);
const silence = highest(sourceSilence);

/** What could not be told apart any more. */
export const rowsOverflowed1h: SignalDefinition = {
  name: 'rows_overflowed_1h',
  metric: gauges.rowsOverflowed1h,
  by: 'adapter',
  window: '1h',
  value: overflowed,
  samples: overflowed,
  minSamples: 0,
};

/** Of the source that has been silent for longest while it knew that an agent of its lives. */
export const longestSilence: SignalDefinition = {
  name: 'source_silence',
  metric: gauges.longestSilence,
  by: 'adapter',
  window: '15m',
  value: silence,
  samples: silence,
  minSamples: 0,
};
