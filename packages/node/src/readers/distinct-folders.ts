import { isWithin, realFolder } from './real-folder.ts';

/**
 * The folders without those that are given twice or lie in another, by whatever path: who reads the
 * rest reads each file once. They keep their order and the words of the first that named them.
 */
export async function distinctFolders(folders: readonly string[]): Promise<readonly string[]> {
  const real = await Promise.all(folders.map(realFolder));
  return folders.filter((_, index) => {
    const own = real[index] ?? '';
    return !real.some((other, at) => at !== index && covers({ other, at }, { own, index }));
  });
}

/** Of two that are the same folder the first stays. */
function covers(
  { other, at }: { readonly other: string; readonly at: number },
  { own, index }: { readonly own: string; readonly index: number },
): boolean {
  return other === own ? at < index : isWithin(own, other);
}
