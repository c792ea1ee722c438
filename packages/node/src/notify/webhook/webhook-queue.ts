import type { NotificationCounter } from '@turnscope/core';
import type { WebhookMessage } from './webhook-message.ts';

/** A message that waits. MUTABLE. */
export interface QueuedMessage {
  readonly message: WebhookMessage;
  attempts: number;
}

/** More than a receiver that was away would want to read. */
const mostQueued = 100;

/**
 * The messages that a webhook has not accepted, the oldest first. MUTABLE and bounded: the oldest that
 * is not under way makes room, and is counted as dropped.
 */
export class WebhookQueue {
  readonly #messages: QueuedMessage[] = [];
  readonly #counter: NotificationCounter;
  #isFirstUnderWay = false;

  constructor(counter: NotificationCounter) {
    this.#counter = counter;
  }

  push(message: WebhookMessage): void {
    this.#messages.push({ message, attempts: 0 });
    if (this.#messages.length > mostQueued) {
      this.#messages.splice(this.#isFirstUnderWay ? 1 : 0, 1);
      this.#counter.count('dropped', 1);
    }
    this.#count();
  }

  /** The oldest, which is under way from now on. */
  take(): QueuedMessage | undefined {
    const [first] = this.#messages;
    this.#isFirstUnderWay = first !== undefined;
    if (first !== undefined) first.attempts += 1;
    return first;
  }

  /** The one under way waits again. */
  putBack(): void {
    this.#isFirstUnderWay = false;
  }

  /** The one under way is done with: it was accepted, or it is given up. */
  finish(isAccepted: boolean): void {
    this.#isFirstUnderWay = false;
    this.#messages.shift();
    if (!isAccepted) this.#counter.count('dropped', 1);
    this.#count();
  }

  /** Gives up everything. */
  drop(): void {
    this.#counter.count('dropped', this.#messages.length);
    this.#messages.length = 0;
    this.#count();
  }

  #count(): void {
    this.#counter.queued(this.#messages.length);
  }
}
