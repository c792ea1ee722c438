import type { AgentEvent, SourceSink } from '@turnscope/core';
import {
  createTranscriptSource,
  type TranscriptSource,
  type TranscriptSourceOptions,
} from '../../src/index.ts';

/** What a source delivered. */
export interface Delivery {
  readonly events: AgentEvent[];
  readonly parseErrors: string[];
  readonly problems: string[];
}

export type ReadingOptions = Omit<Partial<TranscriptSourceOptions>, 'onProblem'>;

/** A source over `folders`, and where it delivers. */
export function openSource(
  folders: readonly string[],
  options: ReadingOptions = {},
): { readonly source: TranscriptSource; readonly delivery: Delivery } {
  const delivery: Delivery = { events: [], parseErrors: [], problems: [] };
  const sink: SourceSink = {
    record: (event) => delivery.events.push(event),
    parseError: (reason) => delivery.parseErrors.push(reason),
  };
  const onProblem = (message: string) => delivery.problems.push(message);
  return { source: createTranscriptSource({ folders, sink, ...options, onProblem }), delivery };
}

/** Reads everything under a folder to its end. */
export async function readTranscripts(folder: string, options?: ReadingOptions): Promise<Delivery> {
  const { source, delivery } = openSource([folder], options);
  await source.poll();
  source.drain();
  return delivery;
}
