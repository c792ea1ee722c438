import type { Thresholds } from '../catalogue/resolve-thresholds.ts';
import type { Clock } from '../clock.ts';
import type { LabelTable } from '../store/label-table.ts';
import type { Section } from '../store/section.ts';
import type { Store } from '../store/store.ts';
import { BreachRecorder } from './breach-recorder.ts';
import type { ConversationTable } from './conversation-table.ts';
import { DiscardRecorder } from './discard-recorder.ts';
import { LimitsTable } from './limits-table.ts';

/** What the recorders of all events share. */
export interface SharedRecording {
  readonly store: Store;
  readonly processTypes: LabelTable;
  readonly models: LabelTable;
  readonly limits: LimitsTable;
  readonly breaches: BreachRecorder;
  readonly discards: DiscardRecorder;
  readonly conversations: ConversationTable;
}

/** What the recorders of the events of one attribution share. */
export interface Recording extends SharedRecording {
  readonly section: Section;
}

/** What they are made from. */
interface RecordingOptions {
  readonly clock: Clock;
  readonly thresholds: Thresholds;
  readonly conversations: ConversationTable;
}

/** Puts together what recorders share over one store. */
export function createRecording(
  store: Store,
  { clock, thresholds, conversations }: RecordingOptions,
): SharedRecording {
  const processTypes = store.label('process_type');
  return {
    store,
    processTypes,
    models: store.label('model'),
    limits: new LimitsTable(processTypes, thresholds),
    breaches: new BreachRecorder(store.table('breach'), clock),
    discards: new DiscardRecorder(store.table('discard')),
    conversations,
  };
}
