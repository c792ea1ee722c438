export { contentTypes, type Format } from './format.ts';
export { negotiate } from './negotiation/negotiate.ts';
export {
  createOpenMetricsRenderer,
  createTextRenderer,
  type TextRenderer,
} from './text/text-renderer.ts';
