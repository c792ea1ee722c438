export {
  createDemo,
  type Demo,
  type DemoLedger,
  type DemoOptions,
  type DemoProcessType,
  type ProcessTypeLedger,
} from './demo/index.ts';
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
export {
  createTranscriptSource,
  type PollSummary,
  type TranscriptSource,
  type TranscriptStats,
} from './transcripts/transcript-source.ts';
export type { TranscriptSourceOptions } from './transcripts/transcript-source-options.ts';
export type { LabelRule, LabelRules } from './transcripts/translate/label-rules.ts';
export type { ProcessTypeRule } from './transcripts/translate/process-type.ts';
