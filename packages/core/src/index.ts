export type { Listener, MonitorEvents } from './callbacks.ts';
export type {
  AlertDefinition,
  AlertLimits,
  Comparison,
  PrometheusAlert,
  SignalAlert,
} from './catalogue/alert.ts';
export type { AlertName } from './catalogue/alert-names.ts';
export { alerts } from './catalogue/alerts.ts';
export { catalogue } from './catalogue/catalogue.ts';
export type { Expression, Matchers, Operand } from './catalogue/expression.ts';
export type { Ladder } from './catalogue/ladders.ts';
export type { CellLabel, MetricDefinition, MetricKind, Unit } from './catalogue/metric.ts';
export type { ProfileName } from './catalogue/profiles.ts';
export { profiles } from './catalogue/profiles.ts';
export type { ThresholdOverrides, Thresholds } from './catalogue/resolve-thresholds.ts';
export { resolveThresholds } from './catalogue/resolve-thresholds.ts';
export type { BreachMetric, CallbackEvent, ProcessState } from './catalogue/row-kinds.ts';
export { rowKinds } from './catalogue/row-kinds.ts';
export type { SignalDefinition, SignalName } from './catalogue/signal.ts';
export { formulasVersion, signals } from './catalogue/signals.ts';
export type { SourceName } from './catalogue/source-names.ts';
export type { Limits, Severity, ThresholdName, ThresholdSet } from './catalogue/thresholds.ts';
export { thresholdNames } from './catalogue/thresholds.ts';
export type { UserLabels } from './catalogue/user-labels.ts';
export {
  mostUserLabels,
  mostUserLabelValues,
  wrongLabelName,
  wrongLabelValue,
} from './catalogue/user-labels.ts';
export { type WindowName, windows } from './catalogue/windows.ts';
export type { Clock } from './clock.ts';
export type { Collection } from './collection.ts';
export type { Alert } from './evaluator/alert.ts';
export { humanNumber } from './evaluator/alert-words.ts';
export type { SignalReading } from './evaluator/evaluator.ts';
export type {
  CompactionTrigger,
  ExitReason,
  Initiator,
  Outcome,
  ProcessStartKind,
  RetryReason,
} from './events/closed-sets.ts';
export type {
  AgentEvent,
  CompactionEvent,
  ConversationEndEvent,
  ConversationStartEvent,
  EventInput,
  EventLabels,
  EventType,
  ExchangeEvent,
  ProcessExitEvent,
  ProcessStartEvent,
  ResponseEvent,
  ResponseUpdateEvent,
  RestartEvent,
  RetryEvent,
  TokenCounts,
  ToolCallEvent,
  TurnEvent,
} from './events/event.ts';
export { PerformanceMonitor } from './monitor.ts';
export type {
  EvaluationOptions,
  EvaluationTimes,
  MonitorOptions,
  NativeHistogramOptions,
  ThresholdOptions,
} from './monitor-options.ts';
export type { MonitorState } from './monitor-state.ts';
export type { Breach } from './recorder/breach-recorder.ts';
export type { Scrape, ScrapeFormat } from './recorder/health-recorder.ts';
export type { NotificationCounter, NotifierName } from './recorder/notification-counter.ts';
export type { Observation } from './recorder/observation.ts';
export type { SlowConversation } from './recorder/slowest-conversations.ts';
export type { Grade } from './report/grade.ts';
export type { Recommendation } from './report/recommendations.ts';
export type {
  AlertSummary,
  ByOutcome,
  CompactionReport,
  Overall,
  Overhead,
  ProcessTypeReport,
  Report,
  ReportWindow,
  Sampled,
} from './report/report.ts';
export type { ReportRange } from './report/report-range.ts';
export type { ReportedSignal } from './report/reported-signals.ts';
export type { Direction, Trend } from './report/trends.ts';
export type { LiveSourceSink, SourceSink } from './source-sink.ts';
export type {
  Exemplar,
  MetricFamily,
  MetricSeries,
  NativeHistogram,
} from './store/metric-family.ts';
export type { LabelLimits } from './store/store.ts';
export { systemClock } from './system-clock.ts';
export type { Turn, TurnEnd, TurnStart } from './turn.ts';
export { version } from './version.ts';
