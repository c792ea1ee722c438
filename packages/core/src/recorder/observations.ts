import { metricsOf } from '../catalogue/layout.ts';
import type { MetricDefinition } from '../catalogue/metric.ts';
import { conversationTurns } from '../catalogue/metrics/conversations.ts';
import type { EventKind } from '../catalogue/row-kinds.ts';
import type { EventInput, EventType } from '../events/event.ts';
import { eventTypes } from '../events/event-types.ts';
import type { Section } from '../store/section.ts';
import type { Store } from '../store/store.ts';
import { createRecorder } from './attributed-recorder.ts';
import { type Conversation, cellsOf } from './conversation.ts';
import type { Observation } from './observation.ts';
import { ObservedRows } from './observed-rows.ts';
import type { Recorder } from './recorder.ts';
import type { SharedRecording } from './recording.ts';

/** Tells what histograms take. Costs nothing unless its recorder is used in place of the plain one. MUTABLE. */
export class Observations {
  readonly #store: Store;
  readonly #tell: (observation: Observation) => void;
  readonly #sections = new Map<Section, Map<EventKind, ObservedRows>>();
  /** What is to be settled of the event at hand. */
  #open: (() => readonly Observation[])[] = [];

  constructor(store: Store, tell: (observation: Observation) => void) {
    this.#store = store;
    this.#tell = tell;
  }

  /** A recorder that adds what the plain one would, and then tells what the event observed. */
  recorder(shared: SharedRecording): Recorder {
    const recorder = createRecorder(shared, (section) => (kind) => this.#rows(section, kind));
    const observed =
      <Type extends EventType>(type: Type) =>
      (event: EventInput<Type>): void =>
        this.#observe(() => recorder[type](event));
    return Object.fromEntries(eventTypes.map((type) => [type, observed(type)])) as Recorder;
  }

  /** The turns of a conversation that is over were observed. */
  ofConversation(conversation: Conversation): void {
    const rows = this.#rows(conversation.section, 'conversation');
    const at = histogramsOf('conversation').indexOf(conversationTurns);
    this.#tell(rows.observation(cellsOf(conversation), at, conversation.turns));
  }

  /** A listener of breaches may record another event in the middle of this one, so each has its own list. */
  #observe(record: () => void): void {
    const outer = this.#open;
    const open: typeof outer = [];
    this.#open = open;
    try {
      record();
    } finally {
      this.#open = outer;
      const observations = open.flatMap((settle) => settle());
      for (const observation of observations) this.#tell(observation);
    }
  }

  #rows(section: Section, kind: EventKind): ObservedRows {
    const kinds = this.#sections.get(section) ?? new Map<EventKind, ObservedRows>();
    this.#sections.set(section, kinds);
    const rows = kinds.get(kind) ?? this.#createRows(section, kind);
    kinds.set(kind, rows);
    return rows;
  }

  #createRows(section: Section, kind: EventKind): ObservedRows {
    return new ObservedRows({
      table: section.table(kind),
      sectionLabels: section.labels,
      histograms: histogramsOf(kind).map((definition) => ({
        definition,
        labelNames: this.#store.view(definition).labels,
      })),
      onFound: (settle) => this.#open.push(settle),
    });
  }
}

function histogramsOf(kind: EventKind): readonly MetricDefinition[] {
  return metricsOf(kind).filter(({ ladder }) => ladder !== undefined);
}
