import { Counter, Histogram, Registry } from 'prom-client';
import type { Exchange } from '../workload.ts';
import { boundsOf, zoneOf } from './ladders.ts';

/** The same series in code that one would write by hand on prom-client, without any validation. */
export function createPromClient(registry = new Registry()): (exchange: Exchange) => void {
  const registers = [registry];
  const counter = (name: string, labelNames: string[]) =>
    new Counter({ name, help: name, labelNames, registers });
  const histogram = (name: string, labelNames: string[]) =>
    new Histogram({ name, help: name, labelNames, buckets: boundsOf(name), registers });

  const turns = counter('turnscope_turns_total', ['process_type', 'model', 'initiator', 'outcome']);
  const turnDuration = histogram('turnscope_turn_duration_seconds', [
    'process_type',
    'model',
    'outcome',
  ]);
  const turnZones = counter('turnscope_turn_latency_zone_total', ['process_type', 'zone']);
  const turnResponses = histogram('turnscope_turn_responses', ['process_type']);
  const responses = counter('turnscope_responses_total', ['process_type', 'model', 'outcome']);
  const duration = histogram('turnscope_response_duration_seconds', [
    'process_type',
    'model',
    'outcome',
  ]);
  const zones = counter('turnscope_response_latency_zone_total', ['process_type', 'zone']);
  const tokens = counter('turnscope_tokens_total', ['process_type', 'model', 'type']);
  const context = histogram('turnscope_context_size_tokens', ['process_type', 'model']);
  const conversations = counter('turnscope_conversations_started_total', ['process_type']);
  const known = new Set<string>();

  return ({
    conversationId,
    processType,
    model,
    outcome,
    durationSeconds,
    contextTokens,
    tokens: used,
  }) => {
    const process_type = processType;
    turns.inc({ process_type, model, initiator: 'user', outcome });
    turnDuration.observe({ process_type, model, outcome }, durationSeconds);
    turnResponses.observe({ process_type }, 1);
    responses.inc({ process_type, model, outcome });
    duration.observe({ process_type, model, outcome }, durationSeconds);
    if (outcome === 'success') {
      const zone = zoneOf(durationSeconds, processType);
      turnZones.inc({ process_type, zone });
      zones.inc({ process_type, zone });
    }
    tokens.inc({ process_type, model, type: 'input' }, used.input);
    tokens.inc({ process_type, model, type: 'output' }, used.output);
    tokens.inc({ process_type, model, type: 'cache_read' }, used.cacheRead);
    tokens.inc({ process_type, model, type: 'cache_creation' }, used.cacheCreation);
    context.observe({ process_type, model }, contextTokens);
    if (known.has(conversationId)) return;
    known.add(conversationId);
    conversations.inc({ process_type });
  };
}
