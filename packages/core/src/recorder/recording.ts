import type { Thresholds } from '../catalogue/resolve-thresholds.ts';
import type { EventKind } from '../catalogue/row-kinds.ts';
import type { Clock } from '../clock.ts';
import type { LabelTable } from '../store/label-table.ts';
import type { RowFinder } from '../store/row-table.ts';
import type { Section } from '../store/section.ts';
import type { Store } from '../store/store.ts';
import { type BreachListener, BreachRecorder } from './breach-recorder.ts';
import type { CompactionLog } from './compaction-log.ts';
import type { Conversations } from './conversations.ts';
import { DiscardRecorder } from './discard-recorder.ts';
import type { LateEvents } from './late-events.ts';
import { LimitsTable } from './limits-table.ts';

/** What the recorders of all events share. */
export interface SharedRecording {
  readonly clock: Clock;
  readonly store: Store;
  readonly processTypes: LabelTable;
  readonly models: LabelTable;
  readonly limits: LimitsTable;
  readonly breaches: BreachRecorder;
  readonly discards: DiscardRecorder;
  readonly conversations: Conversations;
  /** Where compactions are remembered one by one; absent where nobody asks for them. */
  readonly compactionLog: CompactionLog | undefined;
  /** Takes late events a second time; absent where they are recorded for that. */
  readonly late: LateEvents | undefined;
}

/** What the recorders of the events of one attribution share. */
export interface Recording extends SharedRecording {
  readonly section: Section;
  /** The rows of the section to add to. */
  readonly rowsOf: RowsOf;
}

/** The rows of each kind of event in one section. */
export type RowsOf = (kind: EventKind) => RowFinder;

/** What they are made from. */
interface RecordingOptions {
  readonly clock: Clock;
  readonly thresholds: Thresholds;
  readonly conversations: Conversations;
  readonly compactionLog?: CompactionLog | undefined;
  readonly late?: LateEvents | undefined;
  /** Hears of breaches; by default nobody does. */
  readonly onBreach?: BreachListener | undefined;
}

/** Puts together what recorders share over one store. */
export function createRecording(store: Store, options: RecordingOptions): SharedRecording {
  const { clock, thresholds, conversations, compactionLog, late, onBreach } = options;
  const processTypes = store.label('process_type');
  const limits = new LimitsTable(processTypes, thresholds);
  return {
    store,
    processTypes,
    models: store.label('model'),
    limits,
    breaches: new BreachRecorder({ store, clock, limits, onBreach }),
    discards: new DiscardRecorder(store.table('discard')),
    conversations,
    compactionLog,
    late,
    clock,
  };
}
