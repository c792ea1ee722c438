import type { AgentEvent, EventLabels, SourceSink } from '@turnscope/core';
import { later } from '../../transcripts/translate/elapsed.ts';
import { FileAttribution } from '../../transcripts/translate/file-attribution.ts';
import { labelsOf } from '../../transcripts/translate/label-rules.ts';
import { type ProcessTypeOf, processTypes } from '../../transcripts/translate/process-type.ts';
import type { StreamOptions } from './stream-options.ts';

/** Process type and model of what a response did. */
export interface WorkLabels {
  readonly processType: string;
  readonly model: string | undefined;
}

/** Where an event belongs, and when it was seen. */
export interface Sighting {
  readonly conversationId: string;
  readonly at: number;
}

/**
 * What the parts of one stream's translation share: where events go, and how they are named. MUTABLE:
 * the folder, the session, and the labels of the latest response of the main chain.
 */
export class StreamTranslation {
  readonly namedMcpTools: ReadonlySet<string>;
  readonly #sink: SourceSink;
  readonly #ownType: string | undefined;
  readonly #processTypeOf: ProcessTypeOf;
  readonly #labels: EventLabels | undefined;
  readonly #attribution: FileAttribution | undefined;
  /** When the message that is being translated came, or the end was told: what is recorded is known then. */
  #now = 0;
  #conversationId: string;
  #folder: string | undefined;
  #before: WorkLabels | undefined;

  constructor(sink: SourceSink, options: StreamOptions) {
    this.#sink = sink;
    this.#ownType = options.processType;
    this.#processTypeOf = processTypes(options.processTypeRules ?? [], '');
    this.#labels = options.labels;
    const rules = labelsOf(options.labelRules ?? {});
    this.#attribution = rules && new FileAttribution(rules);
    this.namedMcpTools = new Set(options.namedMcpTools);
    this.#conversationId = options.conversationId ?? 'unknown';
  }

  get conversationId(): string {
    return this.#conversationId;
  }

  get now(): number {
    return this.#now;
  }

  /** A message came, or something was told, that may name its session; else it is of the latest one. */
  enter(at: number, sessionId?: string): void {
    this.#now = at;
    this.#conversationId = sessionId ?? this.#conversationId;
  }

  workIn(folder: string | undefined): void {
    this.#folder = folder;
    this.#attribution?.look({ folder, entrypoint: undefined });
  }

  /** Labels of a response of the main chain or of a subagent. */
  labelsOf(isMain: boolean, model: string | undefined): WorkLabels {
    if (isMain && this.#ownType !== undefined) return { processType: this.#ownType, model };
    const role = isMain ? 'main' : 'subagent';
    const work = { role, model, entrypoint: undefined, folder: this.#folder } as const;
    return { processType: this.#processTypeOf(work), model };
  }

  /** A response of the main chain was seen; what fails after it has its labels. */
  remember(labels: WorkLabels): void {
    this.#before = labels;
  }

  /** Labels of what no response tells: those of the one before it in the main chain. */
  get before(): WorkLabels {
    return this.#before ?? { processType: this.ownType, model: undefined };
  }

  /** Process type of what the agent itself does while no response tells. */
  get ownType(): string {
    return this.#ownType ?? 'unknown';
  }

  readonly record = (event: AgentEvent): void => {
    const known = this.#withKnownAt(withoutZero(event));
    if (this.#labels !== undefined) this.#sink.record({ ...known, labels: this.#labels });
    else if (this.#attribution === undefined) this.#sink.record(known);
    else this.#sink.record(this.#attribution.attribute(known, this.#before?.model));
  };

  /** A response is complete when the next one begins, perhaps minutes later, and is no history then. */
  #withKnownAt(event: AgentEvent): AgentEvent {
    return event.at === this.#now ? event : { ...event, knownAt: later(event.at, this.#now) };
  }
}

/** What begins and ends at the same moment came together: its duration was not measured. */
function withoutZero(event: AgentEvent): AgentEvent {
  const isZero = 'durationSeconds' in event && event.durationSeconds === 0;
  return isZero ? { ...event, durationSeconds: undefined } : event;
}
