export type {
  AgentMessage,
  AssistantMessage,
  CompactBoundaryMessage,
  InitMessage,
  ModelMessage,
  OtherMessage,
  PartialMessage,
  ResetMessage,
  ResultMessage,
  RetryMessage,
  StatusMessage,
  UserMessage,
} from './messages.ts';
export { type ObserveOptions, StreamObserver } from './observe/stream-observer.ts';
export { observeMessages } from './observe-messages.ts';
export type { ResultContent, StreamContent } from './parse/stream-message.ts';
export {
  type DecodingProblem,
  MessageDecoder,
  type MessageReceiver,
} from './read/message-decoder.ts';
export type { StreamOptions } from './translate/stream-options.ts';
export { StreamTranslator } from './translate/stream-translator.ts';
