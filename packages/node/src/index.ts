export { type ClaimOptions, claimFolders, type FolderClaim } from './readers/claim-folders.ts';
export { distinctFolders } from './readers/distinct-folders.ts';
export type { FolderReader } from './readers/reader-note.ts';
export { createRuntimeMetrics, type RuntimeMetrics } from './runtime/runtime-metrics.ts';
export { createExporterServer, type ExporterServer } from './server/exporter-server.ts';
export type { ListenAddress } from './server/listen-on.ts';
export type { ExporterServerOptions } from './server/server-app.ts';
export { wrongTelemetryPath } from './server/telemetry-path.ts';
export {
  type EvaluationTimer,
  type EvaluationTimerOptions,
  startEvaluation,
} from './start-evaluation.ts';
export { monotonicClock, type Random } from './system-clock.ts';
export type { Timers } from './timers.ts';
