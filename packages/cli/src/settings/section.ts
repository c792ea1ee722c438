import { distance } from 'fastest-levenshtein';
import { z } from 'zod';

/** A part of turnscope.yaml with keys of its own. A key that it does not know is an error that names the nearest one. */
export function section<Shape extends z.ZodRawShape>(shape: Shape) {
  const known = Object.keys(shape);
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys' ? unknownKey(issue.keys[0] ?? '', known) : undefined,
  });
}

/** Beyond this share of its letters a word is another word, not the same one misspelt. */
const mostLettersWrong = 0.5;

function unknownKey(key: string, known: readonly string[]): string {
  const [nearest = ''] = known.toSorted((a, b) => distance(key, a) - distance(key, b));
  const isNear = distance(key, nearest) <= nearest.length * mostLettersWrong;
  const hint = isNear ? `did you mean "${nearest}"?` : `known here: ${known.join(', ')}`;
  return `unknown key "${key}"; ${hint}`;
}
