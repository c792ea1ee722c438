/** Whether a text that may be absent is the one that was meant. */
export type TextMatcher = (text: string | undefined) => boolean;

/**
 * What a pattern of a rule means: with `*` it describes the whole text, without it stands anywhere in
 * it; no pattern takes everything.
 */
export function textMatcher(pattern: string | undefined): TextMatcher {
  if (pattern === undefined) return () => true;
  if (!pattern.includes('*')) return (text) => text?.includes(pattern) ?? false;
  const whole = new RegExp(`^${pattern.split('*').map(escaped).join('.*')}$`, 's');
  return (text) => text !== undefined && whole.test(text);
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
