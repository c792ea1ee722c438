/**
 * What can fill a metric. A family is exposed only when one of its sources is enabled, so that
 * nothing shows a reassuring 0 that nobody measures.
 *
 * `code` is the user's own code; `self` is the adapter itself and always on; the last five are parts
 * of the adapter that a user may leave off.
 */
export const sourceNames = [
  'transcripts',
  'stream',
  'processes',
  'otlp',
  'code',
  'self',
  'server',
  'evaluator',
  'notifier',
  'checkpoint',
  'configuration',
] as const;

export type SourceName = (typeof sourceNames)[number];
