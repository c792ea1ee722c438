export { catalogue } from './catalogue/catalogue.ts';
export type { Ladder } from './catalogue/ladders.ts';
export type { CellLabel, MetricDefinition, MetricKind, Unit } from './catalogue/metric.ts';
export type { ProfileName } from './catalogue/profiles.ts';
export { profiles } from './catalogue/profiles.ts';
export type { ThresholdOverrides, Thresholds } from './catalogue/resolve-thresholds.ts';
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
export type { Clock } from './clock.ts';
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
export { type Collection, PerformanceMonitor } from './monitor.ts';
export type { MonitorOptions, ThresholdOptions } from './monitor-options.ts';
export type { MonitorState } from './monitor-state.ts';
export type { Scrape, ScrapeFormat } from './recorder/health-recorder.ts';
export type { SourceSink } from './source-sink.ts';
export type { MetricFamily, MetricSeries } from './store/metric-family.ts';
export type { LabelLimits } from './store/store.ts';
export { systemClock } from './system-clock.ts';
export type { Turn, TurnEnd, TurnStart } from './turn.ts';
export { version } from './version.ts';
