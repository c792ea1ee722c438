import { countOf, increase, quantileOf, ratio } from '../expression.ts';
import {
  responseDuration,
  responseLatencyZone,
  responsesTotal,
  tokensTotal,
} from '../metrics/responses.ts';
import * as gauges from '../metrics/signals.ts';
import type { SignalDefinition } from '../signal.ts';
import { apdex, zones } from './apdex.ts';

const failed = increase(responsesTotal, { outcome: ['error'] });
const ended = increase(responsesTotal, { outcome: ['success', 'error'] });
const measured = countOf(responseDuration);
const read = increase(tokensTotal, { type: ['cache_read'] });
const sent = increase(tokensTotal, { type: ['input', 'cache_read', 'cache_creation'] });

const minResponses = 10;

export const responseLatencyScore: SignalDefinition = {
  name: 'response_latency_score',
  metric: gauges.responseLatencyScore,
  by: 'process_type',
  window: '15m',
  value: apdex(responseLatencyZone),
  samples: zones(responseLatencyZone),
  minSamples: minResponses,
};

export const responseP95: SignalDefinition = {
  name: 'response_p95',
  metric: gauges.responseP95,
  by: 'process_type',
  window: '15m',
  value: quantileOf(0.95, responseDuration),
  samples: measured,
  minSamples: minResponses,
};

export const responseP99: SignalDefinition = {
  name: 'response_p99',
  metric: gauges.responseP99,
  by: 'process_type',
  window: '15m',
  value: quantileOf(0.99, responseDuration),
  samples: measured,
  minSamples: minResponses,
};

export const responseErrorRatio: SignalDefinition = {
  name: 'response_error_ratio',
  metric: gauges.responseErrorRatio,
  by: 'process_type',
  window: '15m',
  value: ratio(failed, ended),
  samples: ended,
  minSamples: minResponses,
};

/** Of everything that was sent to the model, the share that its cache held. */
export const cacheHitRatio: SignalDefinition = {
  name: 'cache_hit_ratio',
  metric: gauges.cacheHitRatio,
  by: 'process_type',
  window: '15m',
  value: ratio(read, sent),
  samples: ended,
  minSamples: minResponses,
};
