import { asObject, asText } from '../../transcripts/parse/raw-fields.ts';

/** The Agent SDK names its error as any other, and says this. */
const words = /^Operation aborted|aborted by user/;

/** Whether an error of a stream says that somebody stopped it, by an `AbortController` for example. */
export function wasAborted(error: unknown): boolean {
  const raw = asObject<'name' | 'message'>(error);
  return raw?.name === 'AbortError' || words.test(asText(raw?.message) ?? '');
}
