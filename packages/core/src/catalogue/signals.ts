import type { SignalDefinition } from './signal.ts';
import { longestSilence, rowsOverflowed1h } from './signals/adapter.ts';
import {
  compactionDurationMean,
  compactionEffectiveness,
  compactionRatioMean,
  compactionThrashRatio,
} from './signals/compactions.ts';
import { restartSuccessRatio, restarts } from './signals/processes.ts';
import {
  cacheHitRatio,
  responseErrorRatio,
  responseLatencyScore,
  responseP95,
  responseP99,
} from './signals/responses.ts';
import {
  completionRatio,
  efficiencyScore,
  interruptedRatio,
  tokensPerTurn,
  turnLatencyScore,
  turnP95,
} from './signals/turns.ts';

/** Every signal, in the order of `signalNames`. */
export const signals: readonly SignalDefinition[] = [
  turnLatencyScore,
  completionRatio,
  interruptedRatio,
  efficiencyScore,
  turnP95,
  tokensPerTurn,
  responseLatencyScore,
  responseP95,
  responseP99,
  responseErrorRatio,
  cacheHitRatio,
  compactionRatioMean,
  compactionDurationMean,
  compactionEffectiveness,
  compactionThrashRatio,
  restarts,
  restartSuccessRatio,
  rowsOverflowed1h,
  longestSilence,
];

/** Version of the formulas. Raised with every change that makes a signal mean something else. */
export const formulasVersion = '1';
