import type { EventType } from './event.ts';

/** The types of events: what `type` may say. */
export const eventTypes = [
  'turn',
  'response',
  'response-update',
  'exchange',
  'retry',
  'tool-call',
  'compaction',
  'process-start',
  'process-exit',
  'restart',
  'conversation-start',
  'conversation-end',
] as const satisfies readonly EventType[];

export function isEventType(type: unknown): type is EventType {
  return eventTypes.some((known) => known === type);
}
