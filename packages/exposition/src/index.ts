export { textContentType } from './text/content-type.ts';
export { createTextRenderer, type TextRenderer } from './text/text-renderer.ts';
