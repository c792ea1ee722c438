import { offsetOf } from './catalogue/layout.ts';
import { threshold } from './catalogue/metrics/thresholds.ts';
import { resolveThresholds, type Thresholds } from './catalogue/resolve-thresholds.ts';
import { severities, thresholdNames } from './catalogue/thresholds.ts';
import type { ResolvedOptions } from './monitor-options.ts';
import { createRecorder } from './recorder/attributed-recorder.ts';
import { CheckedIntake } from './recorder/checked-intake.ts';
import { ConversationTable } from './recorder/conversation-table.ts';
import { HealthRecorder } from './recorder/health-recorder.ts';
import type { Intake } from './recorder/intake.ts';
import { createRecording } from './recorder/recording.ts';
import { Store } from './store/store.ts';

/** What a monitor is made of: door, store, and what stands between them. */
export interface MonitorParts {
  readonly store: Store;
  readonly intake: Intake;
  readonly health: HealthRecorder;
  readonly conversations: ConversationTable;
  readonly thresholds: Thresholds;
}

/** Puts the parts of a monitor together. */
export function createParts(options: ResolvedOptions): MonitorParts {
  const { clock, strict, conversationLimit } = options;
  const { profile, overrides } = options.thresholds;
  const thresholds = resolveThresholds(profile, overrides);
  const store = new Store(options);
  const conversations = new ConversationTable(store, clock, conversationLimit);
  const health = new HealthRecorder(store, conversations);
  const recorder = createRecorder(createRecording(store, { clock, thresholds, conversations }));
  showThresholds(store, thresholds);
  const labelNames = store.attributions.names;
  return {
    store,
    intake: new CheckedIntake({ recorder, health, strict, labelNames }),
    health,
    conversations,
    thresholds,
  };
}

function showThresholds(store: Store, thresholds: Thresholds): void {
  const rows = store.table('threshold');
  for (const processType of thresholds.processTypes) {
    const limits = thresholds.for(processType);
    for (const name of thresholdNames) {
      for (const severity of severities) {
        rows.findByValues([name, severity, processType])[offsetOf(threshold)] =
          limits[name][severity];
      }
    }
  }
}
