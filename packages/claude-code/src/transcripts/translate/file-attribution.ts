import type { AgentEvent, EventLabels } from '@turnscope/core';
import type { LineEnvelope } from '../parse/transcript-line.ts';
import type { LabelsOf } from './label-rules.ts';

/** Labels of an event, to be put into it; none where there are no rules for them. */
export interface Attribution {
  readonly labels?: EventLabels;
}

/**
 * What the events of one file are attributed to: decided by the folder and the entrypoint of the first
 * line that states one of them, so that a change of folder on the way divides no conversation, and by
 * the model. MUTABLE: the folder and the entrypoint, until they are known, and the latest answer.
 */
export class FileAttribution {
  readonly #labelsOf: LabelsOf;
  #folder: string | undefined;
  #entrypoint: string | undefined;
  #model: string | undefined;
  #latest: Attribution | undefined;

  constructor(labelsOf: LabelsOf) {
    this.#labelsOf = labelsOf;
  }

  /** Looks at any line, before what it says is taken. */
  look({ folder, entrypoint }: Pick<LineEnvelope, 'folder' | 'entrypoint'>): void {
    if (this.#folder !== undefined || this.#entrypoint !== undefined) return;
    if (folder === undefined && entrypoint === undefined) return;
    this.#folder = folder;
    this.#entrypoint = entrypoint;
    this.#latest = undefined;
  }

  /** The attribution of what a response of this model did. */
  of(model: string | undefined): Attribution {
    if (this.#latest !== undefined && model === this.#model) return this.#latest;
    const work = { folder: this.#folder, entrypoint: this.#entrypoint, model };
    this.#model = model;
    this.#latest = { labels: this.#labelsOf(work) };
    return this.#latest;
  }

  /** The event with its labels: those it has, else by its model, else by the one before it in its file. */
  attribute(event: AgentEvent, modelBefore: string | undefined): AgentEvent {
    if (event.labels !== undefined) return event;
    const model = 'model' in event ? event.model : undefined;
    return { ...event, ...this.of(model ?? modelBefore) };
  }
}

/** The attribution that something was given when it was seen. */
export function attributionOf({ labels }: Attribution): Attribution {
  return labels === undefined ? none : { labels };
}

const none: Attribution = {};
