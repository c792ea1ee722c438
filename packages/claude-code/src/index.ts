export {
  createDemo,
  type Demo,
  type DemoLedger,
  type DemoOptions,
  type DemoProcessType,
  type ProcessTypeLedger,
} from './demo/index.ts';
export {
  createTranscriptSource,
  type PollSummary,
  type TranscriptSource,
  type TranscriptStats,
} from './transcripts/transcript-source.ts';
export type { TranscriptSourceOptions } from './transcripts/transcript-source-options.ts';
export type { LabelRule, LabelRules } from './transcripts/translate/label-rules.ts';
export type { ProcessTypeRule } from './transcripts/translate/process-type.ts';
