import type { EventType } from './event.ts';
import { eventTypes, isEventType } from './event-types.ts';
import { isObject, notAnObject } from './parsed.ts';
import { EventRejection } from './rejection.ts';

/** The type that an event says it is of. */
export function parseEventType(input: unknown): EventType | EventRejection {
  if (!isObject(input)) return notAnObject('event', input);
  const type = 'type' in input ? input.type : undefined;
  return isEventType(type) ? type : unknownType(type);
}

function unknownType(type: unknown): EventRejection {
  const demand = `must be one of ${eventTypes.join(', ')}`;
  return new EventRejection('unknown_value', 'event.type', demand, type);
}
