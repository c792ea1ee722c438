import type { SignalDefinition } from '@turnscope/core';

/** Whether a signal is the latest value of something: no time lies behind it, although its gauge names a window. */
export function isOfNow({ value }: Pick<SignalDefinition, 'value'>): boolean {
  return value.kind === 'latest';
}
