import type { EventInput, EventType } from '../events/event.ts';

/** Takes events of each type that were found right. */
export type Recorder = {
  readonly [Type in EventType]: (event: EventInput<Type>) => void;
};
