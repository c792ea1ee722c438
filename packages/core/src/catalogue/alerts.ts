import type { AlertDefinition, SignalAlert } from './alert.ts';
import { down, notEvaluating, rowsOverflowing, sourceSilent } from './alerts/adapter.ts';
import { compactionThrash, poorCompression, slowCompaction } from './alerts/compactions.ts';
import { failingRestarts, frequentRestarts } from './alerts/processes.ts';
import { responseErrors, slowResponses } from './alerts/responses.ts';
import { lowCompletion, lowEfficiency, slowTurns } from './alerts/turns.ts';

/** Every alert, in the order of `alertNames`. */
export const alerts: readonly AlertDefinition[] = [
  slowResponses,
  slowTurns,
  lowCompletion,
  lowEfficiency,
  responseErrors,
  poorCompression,
  slowCompaction,
  compactionThrash,
  frequentRestarts,
  failingRestarts,
  rowsOverflowing,
  sourceSilent,
  down,
  notEvaluating,
];

/** Those that can be evaluated inside the process. */
export const signalAlerts = alerts.filter((alert): alert is SignalAlert => alert.scope === 'both');
