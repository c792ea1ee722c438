/** What `TextRenderer` writes, in the words of HTTP. Prometheus 3 refuses an answer without it. */
export const textContentType = 'text/plain; version=0.0.4; charset=utf-8';
