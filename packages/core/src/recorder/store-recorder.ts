import type { EventInput } from '../events/event.ts';
import { CompactionRecorder } from './compaction-recorder.ts';
import type { LateEvents } from './late-events.ts';
import { ProcessRecorder } from './process-recorder.ts';
import type { Recorder } from './recorder.ts';
import type { Recording } from './recording.ts';
import { ResponseRecorder } from './response-recorder.ts';
import { RetryRecorder } from './retry-recorder.ts';
import { ToolCallRecorder } from './tool-call-recorder.ts';
import { TurnRecorder } from './turn-recorder.ts';

/** Adds events to the rows of one section of a store, and keeps the table of conversations; late ones are recorded twice. */
export class StoreRecorder implements Recorder {
  readonly #shared: Recording;
  readonly #turns: TurnRecorder;
  readonly #responses: ResponseRecorder;
  readonly #retries: RetryRecorder;
  readonly #toolCalls: ToolCallRecorder;
  readonly #compactions: CompactionRecorder;
  readonly #processes: ProcessRecorder;
  readonly #late: LateEvents | undefined;

  constructor(shared: Recording) {
    this.#shared = shared;
    this.#late = shared.late;
    this.#turns = new TurnRecorder(shared);
    this.#responses = new ResponseRecorder(shared);
    this.#retries = new RetryRecorder(shared);
    this.#toolCalls = new ToolCallRecorder(shared);
    this.#compactions = new CompactionRecorder(shared);
    this.#processes = new ProcessRecorder(shared);
  }

  turn(event: EventInput<'turn'>): void {
    const { processTypes, models, section } = this.#shared;
    const processType = processTypes.id(event.processType);
    this.#turns.record(event, processType, models.id(event.model));
    this.#shared.conversations.turn(event, processType, section);
    if (this.#late?.isLate(event)) this.#late.take('turn', event);
  }

  exchange(event: EventInput<'exchange'>): void {
    const { processTypes, models, section } = this.#shared;
    const processType = processTypes.id(event.processType);
    const model = models.id(event.model);
    this.#turns.recordExchange(event, processType, model);
    this.#responses.record(event, processType, model, 1);
    this.#shared.conversations.turn(event, processType, section);
    if (this.#late?.isLate(event)) this.#late.take('exchange', event);
  }

  response(event: EventInput<'response'>): void {
    this.#recordResponse(event, 1);
    if (this.#late?.isLate(event)) this.#late.take('response', event);
  }

  'response-update'(event: EventInput<'response-update'>): void {
    this.#recordResponse(event, 0);
    if (this.#late?.isLate(event)) this.#late.take('response-update', event);
  }

  retry(event: EventInput<'retry'>): void {
    this.#retries.record(event);
    this.#shared.conversations.touch(event);
    if (this.#late?.isLate(event)) this.#late.take('retry', event);
  }

  'tool-call'(event: EventInput<'tool-call'>): void {
    this.#toolCalls.record(event);
    this.#shared.conversations.touch(event);
    if (this.#late?.isLate(event)) this.#late.take('tool-call', event);
  }

  compaction(event: EventInput<'compaction'>): void {
    this.#compactions.record(event);
    this.#shared.conversations.touch(event);
    if (this.#late?.isLate(event)) this.#late.take('compaction', event);
  }

  'process-start'(event: EventInput<'process-start'>): void {
    this.#processes.start(event);
    if (this.#late?.isLate(event)) this.#late.take('process-start', event);
  }

  'process-exit'(event: EventInput<'process-exit'>): void {
    this.#processes.exit(event);
    if (this.#late?.isLate(event)) this.#late.take('process-exit', event);
  }

  restart(event: EventInput<'restart'>): void {
    this.#processes.restart(event);
    if (this.#late?.isLate(event)) this.#late.take('restart', event);
  }

  'conversation-start'(event: EventInput<'conversation-start'>): void {
    const { conversations, processTypes, section } = this.#shared;
    conversations.start(event, processTypes.id(event.processType), section);
  }

  'conversation-end'({ conversationId }: EventInput<'conversation-end'>): void {
    this.#shared.conversations.end(conversationId);
  }

  #recordResponse(event: EventInput<'response'>, counted: 0 | 1): void {
    const { processTypes, models } = this.#shared;
    const model = models.id(event.model);
    this.#responses.record(event, processTypes.id(event.processType), model, counted);
    this.#shared.conversations.touch(event);
  }
}
