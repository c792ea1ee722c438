import { parseCompaction } from '../events/parse-compaction.ts';
import { parseConversationEnd, parseConversationStart } from '../events/parse-conversation.ts';
import { parseEventType } from '../events/parse-event-type.ts';
import { parseProcessExit, parseProcessStart, parseRestart } from '../events/parse-process.ts';
import {
  parseExchange,
  parseResponse,
  parseResponseUpdate,
  parseRetry,
} from '../events/parse-response.ts';
import { parseToolCall } from '../events/parse-tool-call.ts';
import { parseTurn } from '../events/parse-turn.ts';
import { type Parse, throwsOnReading } from '../events/parsed.ts';
import { EventRejection } from '../events/rejection.ts';
import type { HealthRecorder } from './health-recorder.ts';
import type { Intake } from './intake.ts';
import type { Recorder } from './recorder.ts';

export interface CheckedIntakeOptions {
  readonly recorder: Recorder;
  readonly health: HealthRecorder;
  /** Throw what is wrong at the caller, for tests and development. */
  readonly strict: boolean;
  readonly labelNames: readonly string[];
}

/**
 * Lets right events through to `recorder`, which may change; refuses and counts the others.
 *
 * The same lines for every type are on purpose: shared code would see all parsers and all shapes,
 * and recording would take half as long again (measured: 0.040 against 0.060 of prom-client).
 */
export class CheckedIntake implements Intake {
  recorder: Recorder;
  readonly #health: HealthRecorder;
  readonly #strict: boolean;
  readonly #labelNames: readonly string[];

  constructor({ recorder, health, strict, labelNames }: CheckedIntakeOptions) {
    this.recorder = recorder;
    this.#health = health;
    this.#strict = strict;
    this.#labelNames = labelNames;
  }

  turn(input: unknown): void {
    try {
      const event = parseTurn(input, this.#labelNames);
      if (event instanceof EventRejection) this.#reject(event);
      else this.recorder.turn(event);
    } catch (error) {
      this.#fail(error, parseTurn, input);
    }
  }

  exchange(input: unknown): void {
    try {
      const event = parseExchange(input, this.#labelNames);
      if (event instanceof EventRejection) this.#reject(event);
      else this.recorder.exchange(event);
    } catch (error) {
      this.#fail(error, parseExchange, input);
    }
  }

  response(input: unknown): void {
    try {
      const event = parseResponse(input, this.#labelNames);
      if (event instanceof EventRejection) this.#reject(event);
      else this.recorder.response(event);
    } catch (error) {
      this.#fail(error, parseResponse, input);
    }
  }

  'response-update'(input: unknown): void {
    try {
      const event = parseResponseUpdate(input, this.#labelNames);
      if (event instanceof EventRejection) this.#reject(event);
      else this.recorder['response-update'](event);
    } catch (error) {
      this.#fail(error, parseResponseUpdate, input);
    }
  }

  retry(input: unknown): void {
    try {
      const event = parseRetry(input, this.#labelNames);
      if (event instanceof EventRejection) this.#reject(event);
      else this.recorder.retry(event);
    } catch (error) {
      this.#fail(error, parseRetry, input);
    }
  }

  'tool-call'(input: unknown): void {
    try {
      const event = parseToolCall(input, this.#labelNames);
      if (event instanceof EventRejection) this.#reject(event);
      else this.recorder['tool-call'](event);
    } catch (error) {
      this.#fail(error, parseToolCall, input);
    }
  }

  compaction(input: unknown): void {
    try {
      const event = parseCompaction(input, this.#labelNames);
      if (event instanceof EventRejection) this.#reject(event);
      else this.recorder.compaction(event);
    } catch (error) {
      this.#fail(error, parseCompaction, input);
    }
  }

  'process-start'(input: unknown): void {
    try {
      const event = parseProcessStart(input, this.#labelNames);
      if (event instanceof EventRejection) this.#reject(event);
      else this.recorder['process-start'](event);
    } catch (error) {
      this.#fail(error, parseProcessStart, input);
    }
  }

  'process-exit'(input: unknown): void {
    try {
      const event = parseProcessExit(input, this.#labelNames);
      if (event instanceof EventRejection) this.#reject(event);
      else this.recorder['process-exit'](event);
    } catch (error) {
      this.#fail(error, parseProcessExit, input);
    }
  }

  restart(input: unknown): void {
    try {
      const event = parseRestart(input, this.#labelNames);
      if (event instanceof EventRejection) this.#reject(event);
      else this.recorder.restart(event);
    } catch (error) {
      this.#fail(error, parseRestart, input);
    }
  }

  'conversation-start'(input: unknown): void {
    try {
      const event = parseConversationStart(input, this.#labelNames);
      if (event instanceof EventRejection) this.#reject(event);
      else this.recorder['conversation-start'](event);
    } catch (error) {
      this.#fail(error, parseConversationStart, input);
    }
  }

  'conversation-end'(input: unknown): void {
    try {
      const event = parseConversationEnd(input, this.#labelNames);
      if (event instanceof EventRejection) this.#reject(event);
      else this.recorder['conversation-end'](event);
    } catch (error) {
      this.#fail(error, parseConversationEnd, input);
    }
  }

  tagged(input: unknown): void {
    try {
      const type = parseEventType(input);
      if (type instanceof EventRejection) this.#reject(type);
      else this[type](input);
    } catch (error) {
      this.#fail(error, parseEventType, input);
    }
  }

  attempt(action: () => void): void {
    try {
      action();
    } catch (error) {
      if (this.#strict) throw error;
      this.#health.rejected('unreadable');
    }
  }

  #reject(rejection: EventRejection): void {
    this.#health.rejected(rejection.reason);
    if (this.#strict) throw new TypeError(rejection.message);
  }

  /** An event that throws when it is parsed once more is at fault itself; otherwise we are. */
  #fail(error: unknown, parse: Parse, input: unknown): void {
    if (!throwsOnReading(parse, input, this.#labelNames)) {
      if (this.#strict) throw error;
      this.#health.recordFailed();
      return;
    }
    this.#health.rejected('unreadable');
    if (this.#strict) throw new TypeError('the event threw when it was read', { cause: error });
  }
}
