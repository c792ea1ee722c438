import type { PerformanceMonitor } from '@turnscope/core';
import type { AgentMessage } from './messages.ts';
import { ObservedMessages } from './observe/observed-messages.ts';
import { type ObserveOptions, StreamObserver } from './observe/stream-observer.ts';

/**
 * Passes on the messages of the Claude Agent SDK's `query()`, or of any other stream-json stream, and
 * records what they tell with `monitor`: turns, responses with tokens, tool calls, retries, compactions
 * and costs; the time to first token where partial messages are asked for.
 *
 * Messages come unchanged, in their order and when they are there, errors as they were, and `return` and
 * `throw` go to the source. A message is timed when the caller gets it. A defect of the observer is counted and harms no message. The answer is a
 * generator of messages and nothing more: keep the query for its other methods, such as `interrupt`.
 */
export function observeMessages<Message extends AgentMessage, Return, Next>(
  monitor: PerformanceMonitor,
  messages: AsyncIterable<Message, Return, Next>,
  options: ObserveOptions = {},
): AsyncGenerator<Message, Return | undefined, Next> {
  const observer = new StreamObserver(monitor, options);
  return new ObservedMessages(messages[Symbol.asyncIterator](), observer);
}
