import { Callbacks } from './callbacks.ts';
import { resolveThresholds, type Thresholds } from './catalogue/resolve-thresholds.ts';
import type { SourceName } from './catalogue/source-names.ts';
import { Evaluator } from './evaluator/evaluator.ts';
import type { ResolvedOptions } from './monitor-options.ts';
import { createRecorder } from './recorder/attributed-recorder.ts';
import type { Breach } from './recorder/breach-recorder.ts';
import { CheckedIntake } from './recorder/checked-intake.ts';
import { CompactionLog } from './recorder/compaction-log.ts';
import { ConversationTable } from './recorder/conversation-table.ts';
import { noConversations } from './recorder/conversations.ts';
import { DetailKeeper } from './recorder/detail-keeper.ts';
import { HealthRecorder } from './recorder/health-recorder.ts';
import type { Intake } from './recorder/intake.ts';
import { LateEvents, type LateStore } from './recorder/late-events.ts';
import { Observations } from './recorder/observations.ts';
import { RecorderChoice } from './recorder/recorder-choice.ts';
import { createRecording, type SharedRecording } from './recorder/recording.ts';
import { type DetailOptions, keepsDetails, noDetails } from './store/row-details.ts';
import { Store } from './store/store.ts';

/** What a monitor is made of: door, store, evaluator, and what stands between them. */
export interface MonitorParts {
  /** Epoch milliseconds. */
  readonly madeAt: number;
  readonly store: Store;
  readonly intake: Intake;
  readonly health: HealthRecorder;
  readonly conversations: ConversationTable;
  readonly compactions: CompactionLog;
  readonly thresholds: Thresholds;
  readonly late: LateEvents;
  readonly evaluator: Evaluator;
  readonly callbacks: Callbacks;
}

/** Compactions that a report can list one by one. */
const compactionsRemembered = 1000;

/** Puts the parts of a monitor together. `sources`: those that are enabled; may grow. */
export function createParts(
  options: ResolvedOptions,
  sources: ReadonlySet<SourceName>,
): MonitorParts {
  const { clock, strict, conversationLimit } = options;
  const { historySeconds } = options.evaluation;
  const thresholds = resolveThresholds(options.thresholds.profile, options.thresholds.overrides);
  const store = new Store(options);
  const conversations = new ConversationTable(store, clock, {
    limit: conversationLimit,
    historySeconds,
    observe: (conversation, id) => choice.conversationEnded(conversation, id),
  });
  const health = new HealthRecorder(store, conversations);
  const callbacks = new Callbacks((event) => health.callbackFailed(event));
  const compactionLog = new CompactionLog(compactionsRemembered);
  const onBreach = {
    isHeard: () => callbacks.isHeard('breach'),
    hear: (breach: Breach) => choice.interrupt(() => callbacks.emit('breach', breach)),
  };
  const makeLate = () => createLateStore(options, store, thresholds);
  const late = new LateEvents(makeLate, (record) => choice.interrupt(record));
  const shared = { clock, thresholds, conversations, compactionLog, late, onBreach };
  const recording = createRecording(store, shared);
  const choice = createChoice(recording, options.details, callbacks);
  const { names: labelNames } = store.attributions;
  const intake = new CheckedIntake({ recorder: choice.recorder, health, strict, labelNames });
  callbacks.onListeners('observation', (isHeard) => {
    choice.listen(isHeard);
    intake.recorder = choice.recorder;
  });
  const madeAt = clock.now();
  late.takeAsLateBefore(madeAt - 2000 * options.evaluation.intervalSeconds);
  return {
    madeAt,
    store,
    intake,
    health,
    conversations,
    compactions: compactionLog,
    thresholds,
    late,
    evaluator: new Evaluator(store, () => late.store, {
      thresholds,
      sources,
      ...options.evaluation,
    }),
    callbacks,
  };
}

function createChoice(
  recording: SharedRecording,
  details: DetailOptions,
  callbacks: Callbacks,
): RecorderChoice {
  const keepers = keepsDetails(details) ? [new DetailKeeper(details, recording.clock)] : [];
  const teller = new Observations(recording.store, (each) => callbacks.emit('observation', each));
  return new RecorderChoice(recording, keepers, teller);
}

/** A store that nobody looks at, whose label ids are those of the other one. */
function createLateStore(
  options: ResolvedOptions,
  { labels }: Store,
  thresholds: Thresholds,
): LateStore {
  const { clock } = options;
  const store = new Store({ ...options, details: noDetails }, labels);
  const recording = createRecording(store, { clock, thresholds, conversations: noConversations });
  return { store, recorder: createRecorder(recording) };
}
