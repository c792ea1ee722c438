import { contextLadder, firstTokenLadder, responseLadder } from '../ladders.ts';
import { counter, histogram } from '../metric.ts';
import { latencyZones } from '../thresholds.ts';

/** Token types in the order of their cells. */
const tokenTypes = ['input', 'output', 'cache_read', 'cache_creation'] as const;

export const responsesTotal = counter({
  name: 'turnscope_responses_total',
  help: 'Responses of the model, one for each request.',
  rows: 'response',
  labels: ['process_type', 'model', 'outcome'],
  sources: ['transcripts', 'stream', 'otlp', 'code'],
});

export const responseDuration = histogram({
  name: 'turnscope_response_duration_seconds',
  unit: 'seconds',
  help: 'Time from request to the last of the response, where measured. Contains retries; over 6 h is discarded.',
  rows: 'response',
  labels: ['process_type', 'model', 'outcome'],
  ladder: responseLadder,
  sources: ['transcripts', 'stream', 'otlp', 'code'],
});

export const responseLatencyZone = counter({
  name: 'turnscope_response_latency_zone_total',
  help: 'Successful responses by latency zone, from the thresholds in force when they were recorded.',
  rows: 'response',
  labels: ['process_type', 'zone'],
  cellLabel: { name: 'zone', values: latencyZones },
  sources: ['transcripts', 'stream', 'otlp', 'code'],
});

export const responseTimeToFirstToken = histogram({
  name: 'turnscope_response_time_to_first_token_seconds',
  unit: 'seconds',
  help: 'Time from request to the first token of the response, where the source measures it.',
  rows: 'response',
  labels: ['process_type', 'model'],
  ladder: firstTokenLadder,
  sources: ['stream', 'otlp', 'code'],
});

export const responseRetries = counter({
  name: 'turnscope_response_retries_total',
  help: 'Attempts at a request that failed and were made again.',
  rows: 'retry',
  labels: ['process_type', 'reason'],
  sources: ['transcripts', 'stream', 'code'],
});

export const responsesUntrustedOutput = counter({
  name: 'turnscope_responses_untrusted_output_total',
  help: 'Responses whose output token count is a placeholder of the agent, not a measurement.',
  rows: 'response',
  labels: ['process_type'],
  sources: ['transcripts', 'stream'],
});

export const tokensTotal = counter({
  name: 'turnscope_tokens_total',
  unit: 'tokens',
  help: 'Tokens of responses. Input excludes what was read from or written to the cache.',
  rows: 'response',
  labels: ['process_type', 'model', 'type'],
  cellLabel: { name: 'type', values: tokenTypes },
  sources: ['transcripts', 'stream', 'otlp', 'code'],
});

export const contextSize = histogram({
  name: 'turnscope_context_size_tokens',
  unit: 'tokens',
  help: 'Size of the context sent with a request.',
  rows: 'response',
  labels: ['process_type', 'model'],
  ladder: contextLadder,
  sources: ['transcripts', 'stream', 'otlp', 'code'],
});

export const costUsd = counter({
  name: 'turnscope_cost_usd_total',
  unit: 'usd',
  help: 'Cost in US dollars as a source reports it; nothing is estimated.',
  rows: 'response',
  labels: ['process_type', 'model'],
  sources: ['stream', 'otlp', 'code'],
});
