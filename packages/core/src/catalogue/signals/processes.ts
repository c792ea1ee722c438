import { increase, ratio } from '../expression.ts';
import { restartsTotal } from '../metrics/processes.ts';
import * as gauges from '../metrics/signals.ts';
import type { SignalDefinition } from '../signal.ts';

const restarted = increase(restartsTotal, { outcome: ['success'] });
const all = increase(restartsTotal);

/** A count, not a rate: that nothing was restarted is data. */
export const restarts: SignalDefinition = {
  name: 'restarts_1h',
  metric: gauges.restarts,
  by: 'process_type',
  window: '1h',
  value: all,
  samples: all,
  minSamples: 0,
};

export const restartSuccessRatio: SignalDefinition = {
  name: 'restart_success_ratio',
  metric: gauges.restartSuccessRatio,
  by: 'process_type',
  window: '1h',
  value: ratio(restarted, all),
  samples: all,
  minSamples: 1,
};
