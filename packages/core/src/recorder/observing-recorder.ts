import type { EventKind } from '../catalogue/row-kinds.ts';
import type { EventInput, EventType } from '../events/event.ts';
import { eventTypes } from '../events/event-types.ts';
import type { Traceable } from '../store/exemplar-slots.ts';
import type { Row } from '../store/row-table.ts';
import type { Section } from '../store/section.ts';
import { createRecorder } from './attributed-recorder.ts';
import { type Conversation, observeTurns } from './conversation.ts';
import { type Hearer, type Observed, ObservedRows } from './observed-rows.ts';
import type { Recorder } from './recorder.ts';
import type { SharedRecording } from './recording.ts';

/** What is known of the event that a value comes from. */
export interface ObservedEvent extends Traceable {
  readonly at?: number | undefined;
}

/** Hears of each value that a histogram takes. */
export interface Observer {
  /** The value, which stands in an array, is in its row already. */
  observed(observed: Observed, value: Float64Array, event: ObservedEvent): void;
  /** All values of an event were told, and another event may be recorded. */
  settled(): void;
}

const noEvent: ObservedEvent = {};

/**
 * Records as the plain recorder would, and tells observers what histograms take. Costs nothing unless
 * its recorder is used in place of the plain one. MUTABLE.
 */
export class ObservingRecorder implements Hearer {
  readonly recorder: Recorder;
  /** Who hears of the next event. */
  observers: readonly Observer[] = [];
  readonly #sections = new Map<Section, Map<EventKind, ObservedRows>>();
  /** The rows of the event at hand, from `#from` on, and of those that it interrupted. Used again and again. */
  readonly #found: Observed[] = [];
  #from = 0;
  #end = 0;
  #event = noEvent;
  /** Who hears of the event at hand, to its end. */
  #hearing: readonly Observer[] = [];

  constructor(shared: SharedRecording) {
    const plain = createRecorder(shared, (section) => (kind) => this.#rows(section, kind));
    this.recorder = Object.fromEntries(
      eventTypes.map((type) => [type, this.#observing(type, plain)]),
    ) as Recorder;
  }

  /** Observes the turns of a conversation that is over. */
  conversationEnded(conversation: Conversation, conversationId: string): void {
    const { section, processType, lastAt } = conversation;
    this.#during({ conversationId, at: lastAt }, () => {
      observeTurns(this.#rows(section, 'conversation').find(processType), conversation);
    });
  }

  /** Runs what may record in the middle of an event, here or in other stores. */
  interrupt(run: () => void): void {
    this.#settle();
    run();
    for (let at = this.#from; at < this.#end; at += 1) this.#found[at]?.rows.forget();
  }

  hear(observed: Observed, value: Float64Array): void {
    const observers = this.#hearing;
    for (let at = 0; at < observers.length; at += 1) {
      observers[at]?.observed(observed, value, this.#event);
    }
  }

  #observing<Type extends EventType>(
    type: Type,
    plain: Recorder,
  ): (event: EventInput<Type>) => void {
    const record = plain[type].bind(plain);
    return (event) => this.#during(event, record);
  }

  #during<Event extends ObservedEvent>(event: Event, record: (event: Event) => void): void {
    const interrupted = this.#event;
    const hearing = this.#hearing;
    const from = this.#from;
    const { observers } = this;
    this.#event = event;
    this.#hearing = observers;
    this.#from = this.#end;
    try {
      record(event);
    } finally {
      this.#settle();
      this.#end = this.#from;
      this.#from = from;
      this.#event = interrupted;
      this.#hearing = hearing;
      for (let at = 0; at < observers.length; at += 1) observers[at]?.settled();
    }
  }

  #settle(): void {
    for (let at = this.#from; at < this.#end; at += 1) {
      const found = this.#found[at] as Observed;
      found.rows.settle(found, this);
    }
  }

  readonly #onFound = (rows: ObservedRows, row: Row): void => {
    const found = this.#found[this.#end];
    if (found === undefined) {
      this.#found.push({ rows, row, histogram: 0 });
    } else {
      found.rows = rows;
      found.row = row;
    }
    this.#end += 1;
  };

  #rows(section: Section, kind: EventKind): ObservedRows {
    const kinds = this.#sections.get(section) ?? new Map<EventKind, ObservedRows>();
    this.#sections.set(section, kinds);
    const rows = kinds.get(kind) ?? new ObservedRows(kind, section, this.#onFound);
    kinds.set(kind, rows);
    return rows;
  }
}
