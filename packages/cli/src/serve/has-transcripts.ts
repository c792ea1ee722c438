import { opendir } from 'node:fs/promises';
import { join } from 'node:path';

const extension = '.jsonl';

/** Whether any transcript lies in a folder, at any depth. Stops at the first. What cannot be looked at holds none. */
export async function hasTranscripts(folders: readonly string[]): Promise<boolean> {
  for (const folder of folders) {
    if (await holdsTranscript(folder)) return true;
  }
  return false;
}

async function holdsTranscript(folder: string): Promise<boolean> {
  const below: string[] = [];
  try {
    for await (const entry of await opendir(folder)) {
      if (entry.isDirectory()) below.push(join(folder, entry.name));
      else if (entry.name.endsWith(extension)) return true;
    }
  } catch {
    return false;
  }
  return hasTranscripts(below);
}
