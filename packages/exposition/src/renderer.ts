import type { Collection } from '@turnscope/core';
import type { Format } from './format.ts';
import { createProtobufRenderer } from './protobuf/protobuf-renderer.ts';
import { createOpenMetricsRenderer, createTextRenderer } from './text/text-renderer.ts';

/** Writes metrics in some format. */
export interface Renderer {
  /** The answer to a scrape in pieces, of which some are empty; others may run between two of them. */
  render(collection: Collection): Iterable<string | Uint8Array>;
}

const creators: Readonly<Record<Format, () => Renderer>> = {
  text: createTextRenderer,
  openmetrics: createOpenMetricsRenderer,
  protobuf: createProtobufRenderer,
};

/** The renderer of a format, to be kept for as long as what it renders. */
export function createRenderer(format: Format): Renderer {
  return creators[format]();
}
