import { asSystemError } from './system-error.ts';

const reasons: ReadonlyMap<string | undefined, string> = new Map([
  ['ENOSPC', 'the disk is full; free some space'],
  ['EDQUOT', 'your share of the disk is used up; free some space'],
  ['EACCES', 'this user may not write there; grant write access to the folder'],
  ['EPERM', 'this user may not write there; grant write access to the folder'],
  ['EROFS', 'the disk can only be read'],
  ['ENOENT', 'its folder is gone; make it'],
]);

/** Why a file could not be written and what to do, as the middle of a sentence. */
export function whyUnwritten(thrown: unknown): string {
  const { code, message } = asSystemError(thrown);
  return reasons.get(code) ?? `${message}; free it`;
}
