import { MeterProvider, MetricReader } from '@opentelemetry/sdk-metrics';
import type { Exchange } from '../workload.ts';
import { boundsOf, zoneOf } from './ladders.ts';

/** The same series in code that one would write by hand on the OpenTelemetry SDK. */
export function createOpenTelemetry(): (exchange: Exchange) => void {
  const meter = new MeterProvider({ readers: [new IdleReader()] }).getMeter('bench');
  const histogram = (name: string) =>
    meter.createHistogram(name, { advice: { explicitBucketBoundaries: boundsOf(name) } });

  const turns = meter.createCounter('turnscope_turns_total');
  const turnDuration = histogram('turnscope_turn_duration_seconds');
  const turnZones = meter.createCounter('turnscope_turn_latency_zone_total');
  const turnResponses = histogram('turnscope_turn_responses');
  const responses = meter.createCounter('turnscope_responses_total');
  const duration = histogram('turnscope_response_duration_seconds');
  const zones = meter.createCounter('turnscope_response_latency_zone_total');
  const tokens = meter.createCounter('turnscope_tokens_total');
  const context = histogram('turnscope_context_size_tokens');
  const conversations = meter.createCounter('turnscope_conversations_started_total');
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
    turns.add(1, { process_type, model, initiator: 'user', outcome });
    turnDuration.record(durationSeconds, { process_type, model, outcome });
    turnResponses.record(1, { process_type });
    responses.add(1, { process_type, model, outcome });
    duration.record(durationSeconds, { process_type, model, outcome });
    if (outcome === 'success') {
      const zone = zoneOf(durationSeconds, processType);
      turnZones.add(1, { process_type, zone });
      zones.add(1, { process_type, zone });
    }
    tokens.add(used.input, { process_type, model, type: 'input' });
    tokens.add(used.output, { process_type, model, type: 'output' });
    tokens.add(used.cacheRead, { process_type, model, type: 'cache_read' });
    tokens.add(used.cacheCreation, { process_type, model, type: 'cache_creation' });
    context.record(contextTokens, { process_type, model });
    if (known.has(conversationId)) return;
    known.add(conversationId);
    conversations.add(1, { process_type });
  };
}

/** A reader that never reads: without one the SDK stores nothing. */
class IdleReader extends MetricReader {
  protected override async onShutdown(): Promise<void> {}
  protected override async onForceFlush(): Promise<void> {}
}
