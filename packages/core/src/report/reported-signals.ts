import type { SignalDefinition, SignalName } from '../catalogue/signal.ts';
import { signals } from '../catalogue/signals.ts';

/** The signals that are about a process type and mean the same over any window: a count by the hour does not. */
export type ReportedSignal = Exclude<
  SignalName,
  'restarts_1h' | 'rows_overflowed_1h' | 'source_silence'
>;

/** Their definitions, in the order of the catalogue. */
export const reportedSignals: readonly (SignalDefinition & { readonly name: ReportedSignal })[] =
  signals.filter(
    (signal): signal is SignalDefinition & { readonly name: ReportedSignal } =>
      signal.by === 'process_type' && signal.minSamples > 0,
  );
