import { increase, quantileOf, ratio } from '../expression.ts';
import { responseLatencyZone, tokensTotal } from '../metrics/responses.ts';
import * as gauges from '../metrics/signals.ts';
import { turnDuration, turnLatencyZone, turnsTotal } from '../metrics/turns.ts';
import { ifEnough, type SignalDefinition } from '../signal.ts';
import { apdex, zones } from './apdex.ts';

const done = increase(turnsTotal, { outcome: ['success'] });
/** An interrupt is a person's wish, no failure. */
const ended = increase(turnsTotal, { outcome: ['success', 'error'] });
const all = increase(turnsTotal);
const tokens = increase(tokensTotal);

/** Fewer turns say nothing: one failure in four would already be a quarter. */
const minTurns = 5;

export const turnLatencyScore: SignalDefinition = {
  name: 'turn_latency_score',
  metric: gauges.turnLatencyScore,
  by: 'process_type',
  window: '1h',
  value: apdex(turnLatencyZone),
  samples: zones(turnLatencyZone),
  minSamples: minTurns,
};

export const completionRatio: SignalDefinition = {
  name: 'completion_ratio',
  metric: gauges.completionRatio,
  by: 'process_type',
  window: '1h',
  value: ratio(done, ended),
  samples: ended,
  minSamples: minTurns,
};

export const interruptedRatio: SignalDefinition = {
  name: 'interrupted_ratio',
  metric: gauges.interruptedRatio,
  by: 'process_type',
  window: '1h',
  value: ratio(increase(turnsTotal, { outcome: ['interrupted'] }), all),
  samples: all,
  minSamples: minTurns,
};

/** Done and fast, as equipment effectiveness multiplies its parts. */
export const efficiencyScore: SignalDefinition = {
  name: 'efficiency_score',
  metric: gauges.efficiencyScore,
  by: 'process_type',
  window: '1h',
  value: {
    kind: 'product',
    factors: [
      ifEnough(completionRatio),
      {
        kind: 'enough',
        of: apdex(responseLatencyZone),
        samples: zones(responseLatencyZone),
        least: minTurns,
      },
    ],
  },
  samples: ended,
  minSamples: minTurns,
};

export const turnP95: SignalDefinition = {
  name: 'turn_p95',
  metric: gauges.turnP95,
  by: 'process_type',
  window: '1h',
  value: quantileOf(0.95, turnDuration),
  samples: {
    kind: 'increase',
    operand: { metric: turnDuration, where: {}, over: 'sum' },
    part: 'count',
  },
  minSamples: minTurns,
};

/** Where nobody tells of responses there are turns without tokens, and 0 would be no measurement. */
export const tokensPerTurn: SignalDefinition = {
  name: 'tokens_per_turn',
  metric: gauges.tokensPerTurn,
  by: 'process_type',
  window: '1h',
  value: { kind: 'enough', of: ratio(tokens, all), samples: tokens, least: 1 },
  samples: all,
  minSamples: minTurns,
};
