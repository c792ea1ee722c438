export { contentTypes, type Format } from './format.ts';
export { negotiate } from './negotiation/negotiate.ts';
export { createProtobufRenderer, type ProtobufRenderer } from './protobuf/protobuf-renderer.ts';
export { createRenderer, type Renderer, type RendererOptions } from './renderer.ts';
export {
  createOpenMetricsRenderer,
  createTextRenderer,
  type TextRenderer,
} from './text/text-renderer.ts';
