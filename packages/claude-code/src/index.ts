export {
  createDemo,
  type Demo,
  type DemoLedger,
  type DemoOptions,
  type DemoProcessType,
  type ProcessTypeLedger,
} from './demo/index.ts';
export type { AgentState } from './manager/agent-state.ts';
export type { Answer, AnswerUsage } from './manager/answer.ts';
export { ClaudeCodeManager, type SendOptions } from './manager/claude-code-manager.ts';
export type { Target } from './manager/job.ts';
export { ManagerError, type ManagerErrorReason } from './manager/manager-error.ts';
export type { ManagerOptions, Outside, ProcessGroupOptions } from './manager/manager-options.ts';
export type { ProcessInfo } from './manager/process-info.ts';
export type { ResourceLimits, ResourceProbe, ResourceUsage } from './manager/resources.ts';
export { type RunningCommand, runCommand } from './run/run-command.ts';
export type { RunOptions, RunOutside } from './run/run-options.ts';
export {
  type AgentMessage,
  type AssistantMessage,
  type CompactBoundaryMessage,
  type DecodingProblem,
  type InitMessage,
  MessageDecoder,
  type MessageReceiver,
  type ModelMessage,
  type ObserveOptions,
  type OtherMessage,
  observeMessages,
  type PartialMessage,
  type ResetMessage,
  type ResultContent,
  type ResultMessage,
  type RetryMessage,
  type StatusMessage,
  type StreamContent,
  StreamObserver,
  type StreamOptions,
  StreamTranslator,
  type UserMessage,
} from './stream/index.ts';
export type { BackOffOptions } from './supervise/back-off.ts';
export { exitWords, type ProcessExit } from './supervise/process-exit.ts';
export type { RestartBudgetOptions } from './supervise/restart-budget.ts';
export type { Timers } from './supervise/timers.ts';
export {
  createTranscriptSource,
  type PollSummary,
  type TranscriptSource,
  type TranscriptStats,
} from './transcripts/transcript-source.ts';
export type { TranscriptSourceOptions } from './transcripts/transcript-source-options.ts';
export type { LabelRule, LabelRules } from './transcripts/translate/label-rules.ts';
export type { ProcessTypeRule } from './transcripts/translate/process-type.ts';
export type { BasicProcessMetrics } from './workers/basic-process-metrics.ts';
export { ClaudeCodeWorkers } from './workers/claude-code-workers.ts';
export type { PerformanceAlert } from './workers/performance-alert.ts';
export type { PerformanceMetrics } from './workers/performance-metrics.ts';
export type {
  CompressionEvent,
  ConversationExchange,
  RecordedCompression,
  RecordedExchange,
} from './workers/recorded.ts';
export type { WorkersOptions } from './workers/workers-options.ts';
