/** Control and format characters, separators of lines, and halves of characters. */
const unprintable = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]/gu;
/** Changes how others look or run; on a terminal that is a mischief. */
const invisible = /\p{Cf}/gu;

/** Text that moves no cursor and hides nothing: control characters become `?`, invisible ones are left out. */
export function printable(text: string): string {
  return text.replace(unprintable, '?').replace(invisible, '');
}
