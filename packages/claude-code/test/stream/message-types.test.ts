import type {
  Query,
  SDKAPIRetryMessage,
  SDKAssistantMessage,
  SDKCompactBoundaryMessage,
  SDKConversationResetMessage,
  SDKMessage,
  SDKPartialAssistantMessage,
  SDKResultMessage,
  SDKStatusMessage,
  SDKSystemMessage,
  SDKUserMessage,
  SDKUserMessageReplay,
} from '@anthropic-ai/claude-agent-sdk';
import { describe, it } from '@jest/globals';
import type { PerformanceMonitor } from '@turnscope/core';
import { expectTypeOf } from 'expect-type';
import {
  type AgentMessage,
  type AssistantMessage,
  type CompactBoundaryMessage,
  type InitMessage,
  type ModelMessage,
  observeMessages,
  type PartialMessage,
  type ResetMessage,
  type ResultMessage,
  type RetryMessage,
  type StatusMessage,
  type UserMessage,
} from '../../src/index.ts';

/** All fields of a union's members. */
type FieldOf<Union> = Union extends unknown ? keyof Union : never;

// The compiler holds these; that they run shows nothing.
describe('the messages that the Agent SDK publishes', () => {
  it('are of the shapes that are read', () => {
    expectTypeOf<SDKMessage>().toExtend<AgentMessage>();
    expectTypeOf<SDKSystemMessage>().toExtend<InitMessage>();
    expectTypeOf<SDKAssistantMessage>().toExtend<AssistantMessage>();
    expectTypeOf<SDKUserMessage>().toExtend<UserMessage>();
    expectTypeOf<SDKUserMessageReplay>().toExtend<UserMessage>();
    expectTypeOf<SDKPartialAssistantMessage>().toExtend<PartialMessage>();
    expectTypeOf<SDKCompactBoundaryMessage>().toExtend<CompactBoundaryMessage>();
    expectTypeOf<SDKStatusMessage>().toExtend<StatusMessage>();
    expectTypeOf<SDKAPIRetryMessage>().toExtend<RetryMessage>();
    expectTypeOf<SDKConversationResetMessage>().toExtend<ResetMessage>();
    expectTypeOf<SDKResultMessage>().toExtend<ResultMessage>();
  });

  it('are typed to the bottom, or nothing here would hold', () => {
    expectTypeOf<SDKAssistantMessage['message']>().not.toBeAny();
    expectTypeOf<SDKUserMessage['message']>().not.toBeAny();
    expectTypeOf<SDKPartialAssistantMessage['event']>().not.toBeAny();
    expectTypeOf<SDKResultMessage['usage']>().not.toBeAny();
  });

  it('have the fields that are read, so that a new name is noticed', () => {
    expectTypeOf<keyof InitMessage>().toExtend<keyof SDKSystemMessage>();
    expectTypeOf<keyof AssistantMessage>().toExtend<keyof SDKAssistantMessage>();
    expectTypeOf<keyof ModelMessage>().toExtend<keyof SDKAssistantMessage['message']>();
    expectTypeOf<keyof UserMessage>().toExtend<keyof SDKUserMessage>();
    expectTypeOf<keyof PartialMessage>().toExtend<keyof SDKPartialAssistantMessage>();
    expectTypeOf<keyof CompactBoundaryMessage['compact_metadata']>().toExtend<
      keyof SDKCompactBoundaryMessage['compact_metadata']
    >();
    expectTypeOf<keyof StatusMessage>().toExtend<keyof SDKStatusMessage>();
    expectTypeOf<keyof RetryMessage>().toExtend<keyof SDKAPIRetryMessage>();
    expectTypeOf<keyof ResultMessage>().toExtend<FieldOf<SDKResultMessage>>();
    expectTypeOf<keyof ResultMessage['modelUsage'][string]>().toExtend<
      keyof SDKResultMessage['modelUsage'][string]
    >();
  });

  it('name what the usage of a response and the pieces of it are read by', () => {
    expectTypeOf<
      'input_tokens' | 'output_tokens' | 'cache_read_input_tokens' | 'cache_creation_input_tokens'
    >().toExtend<keyof SDKAssistantMessage['message']['usage']>();
    expectTypeOf<
      'message_start' | 'content_block_delta' | 'message_delta' | 'message_stop'
    >().toExtend<SDKPartialAssistantMessage['event']['type']>();
  });

  it('come out of an observed query as they went in', () => {
    const observe = (monitor: PerformanceMonitor, query: Query) => observeMessages(monitor, query);
    expectTypeOf(observe).returns.toExtend<AsyncGenerator<SDKMessage, void>>();
  });
});
