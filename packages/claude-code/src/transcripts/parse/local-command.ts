import { asIdentifier } from './raw-fields.ts';
import type { BareContent, LocalCommandContent } from './transcript-line.ts';

const commandStart = '<command-name>';
const commandEnd = '</command-name>';

/** Characters of a text that are looked at: the longest name there may be, between its tags. */
export const longestCommand = 128;

/** How the lines begin that Claude Code writes around commands it answers itself. */
const outputStarts = [
  '<local-command-stdout>',
  '<local-command-stderr>',
  '<local-command-caveat>',
  'Caveat: The messages below',
  '<bash-input>',
  '<bash-stdout>',
  '<bash-stderr>',
] as const;

const localOutput: BareContent = { kind: 'local-output' };

/**
 * A local command such as `/compact`, or the output of one; undefined for any other text. A
 * `<command-message>` is none: it is a prompt that a command wrote.
 */
export function localCommandContent(text: string): LocalCommandContent | BareContent | undefined {
  if (text.startsWith(commandStart)) {
    const end = text.slice(0, longestCommand).indexOf(commandEnd);
    const name = end < 0 ? undefined : asIdentifier(text.slice(commandStart.length, end).trim());
    return { kind: 'local-command', name: name ?? '' };
  }
  return outputStarts.some((start) => text.startsWith(start)) ? localOutput : undefined;
}
