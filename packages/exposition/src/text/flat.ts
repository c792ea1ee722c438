/**
 * The same text as one string. One that was put together is a tree of its parts, several times its
 * size and slow to copy, until a character of it is read.
 */
export function flat(text: string): string {
  return text.charCodeAt(0) === 0 ? text.slice() : text;
}
