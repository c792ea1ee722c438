import type { EventInput, EventLabels } from '../events/event.ts';
import type { Section } from '../store/section.ts';
import type { Recorder } from './recorder.ts';
import type { RowsOf, SharedRecording } from './recording.ts';
import { StoreRecorder } from './store-recorder.ts';

/** Adds events to the rows of a store, each to those of its attribution. `rowsIn`: where recorders find the rows of a section. */
export function createRecorder(
  shared: SharedRecording,
  rowsIn: (section: Section) => RowsOf = ownRows,
): Recorder {
  const { store } = shared;
  if (store.attributions.count > 1) return new AttributedRecorder(shared, rowsIn);
  const section = store.section(0);
  return new StoreRecorder({ ...shared, section, rowsOf: rowsIn(section) });
}

function ownRows(section: Section): RowsOf {
  return (kind) => section.table(kind);
}

/**
 * Hands each event to the recorder of its attribution. Recorders are made with their sections, when
 * an attribution is first seen.
 */
class AttributedRecorder implements Recorder {
  readonly #shared: SharedRecording;
  readonly #rowsIn: (section: Section) => RowsOf;
  readonly #recorders: (StoreRecorder | undefined)[];

  constructor(shared: SharedRecording, rowsIn: (section: Section) => RowsOf) {
    this.#shared = shared;
    this.#rowsIn = rowsIn;
    this.#recorders = Array.from({ length: shared.store.attributions.count });
  }

  turn(event: EventInput<'turn'>): void {
    this.#of(event.labels).turn(event);
  }

  exchange(event: EventInput<'exchange'>): void {
    this.#of(event.labels).exchange(event);
  }

  response(event: EventInput<'response'>): void {
    this.#of(event.labels).response(event);
  }

  'response-update'(event: EventInput<'response-update'>): void {
    this.#of(event.labels)['response-update'](event);
  }

  retry(event: EventInput<'retry'>): void {
    this.#of(event.labels).retry(event);
  }

  'tool-call'(event: EventInput<'tool-call'>): void {
    this.#of(event.labels)['tool-call'](event);
  }

  compaction(event: EventInput<'compaction'>): void {
    this.#of(event.labels).compaction(event);
  }

  'process-start'(event: EventInput<'process-start'>): void {
    this.#of(event.labels)['process-start'](event);
  }

  'process-exit'(event: EventInput<'process-exit'>): void {
    this.#of(event.labels)['process-exit'](event);
  }

  restart(event: EventInput<'restart'>): void {
    this.#of(event.labels).restart(event);
  }

  'conversation-start'(event: EventInput<'conversation-start'>): void {
    this.#of(event.labels)['conversation-start'](event);
  }

  'conversation-end'({ conversationId }: EventInput<'conversation-end'>): void {
    this.#shared.conversations.end(conversationId);
  }

  #of(labels: EventLabels | undefined): StoreRecorder {
    const attribution = this.#shared.store.attributions.of(labels);
    return this.#recorders[attribution] ?? this.#create(attribution);
  }

  #create(attribution: number): StoreRecorder {
    const section = this.#shared.store.section(attribution);
    const recorder = new StoreRecorder({ ...this.#shared, section, rowsOf: this.#rowsIn(section) });
    this.#recorders[attribution] = recorder;
    return recorder;
  }
}
