export { writeFileAtomically } from './files/write-file-atomically.ts';
export { wrongAlertLabel } from './notify/alert-labels.ts';
export {
  type AlertmanagerNotifierOptions,
  createAlertmanagerNotifier,
} from './notify/alertmanager/alertmanager-notifier.ts';
export { type BasicAuth, type Credentials, wrongCredentials } from './notify/credentials.ts';
export type { AlertSource, Notifier, NotifierOptions } from './notify/notifier.ts';
export type { Outside } from './notify/outside.ts';
export { wrongReceiverUrl } from './notify/receiver-url.ts';
export { asRunbooks, defaultRunbooks, wrongRunbooks } from './notify/runbooks.ts';
export { readSecret, type Secret, SecretError } from './notify/secret.ts';
export type { WebhookMessage } from './notify/webhook/webhook-message.ts';
export {
  createWebhookNotifier,
  type WebhookNotifierOptions,
} from './notify/webhook/webhook-notifier.ts';
export { durationForm, formatDuration, parseDuration } from './parse-duration.ts';
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
