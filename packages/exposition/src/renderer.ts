import type { Collection } from '@turnscope/core';
import type { Format } from './format.ts';
import { createProtobufRenderer } from './protobuf/protobuf-renderer.ts';
import { createOpenMetricsRenderer, createTextRenderer } from './text/text-renderer.ts';

/** Writes metrics in some format. */
export interface Renderer {
  /** The answer to a scrape in pieces, of which some are empty; others may run between two of them. */
  render(collection: Collection): Iterable<string | Uint8Array>;
}

export interface RendererOptions {
  /**
   * Whether OpenMetrics gets a line `…_created` for each counter and histogram whose beginning is known.
   * Default false: a Prometheus that does not look for them keeps them as series of their own. Protobuf says it
   * always, where it costs no series; text 0.0.4 cannot.
   */
  readonly created?: boolean | undefined;
}

const creators: Readonly<Record<Format, (options: RendererOptions) => Renderer>> = {
  text: createTextRenderer,
  openmetrics: createOpenMetricsRenderer,
  protobuf: createProtobufRenderer,
};

/** The renderer of a format, to be kept for as long as what it renders. */
export function createRenderer(format: Format, options: RendererOptions = {}): Renderer {
  return creators[format](options);
}
