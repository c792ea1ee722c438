import type { AgentEvent } from '@turnscope/core';
import { type StreamOptions, StreamTranslator } from '../../src/index.ts';

/** What a stream delivered. */
export interface StreamDelivery {
  readonly events: AgentEvent[];
  readonly parseErrors: string[];
}

/** A message, and the second at which it arrives. */
export type Arrival = readonly [seconds: number, message: unknown];

const noon = Date.parse('2026-11-23T12:00:00Z');

/** The time of a second, as events state it. */
export function second(seconds: number): number {
  return noon + seconds * 1000;
}

/** A translator, and where it delivers. */
export function openStream(options: StreamOptions = {}): {
  readonly translator: StreamTranslator;
  readonly delivery: StreamDelivery;
} {
  const delivery: StreamDelivery = { events: [], parseErrors: [] };
  const sink = {
    record: (event: AgentEvent) => delivery.events.push(event),
    parseError: (reason: string) => delivery.parseErrors.push(reason),
  };
  return { translator: new StreamTranslator(sink, options), delivery };
}

/** Translates a stream that goes on after these messages. */
export function play(arrivals: readonly Arrival[], options?: StreamOptions): StreamDelivery {
  const { translator, delivery } = openStream(options);
  for (const [at, message] of arrivals) translator.translate(message, second(at));
  return delivery;
}
