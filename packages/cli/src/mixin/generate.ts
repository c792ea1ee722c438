import { generateMixin } from '@turnscope/mixin';
import type { CommandContext } from '../command-context.ts';
import { CommandError, misused } from '../command-error.ts';
import { asFolder } from '../settings/folders.ts';
import { readExisting } from './existing-files.ts';
import type { GenerateFlags } from './generate-flags.ts';
import { resolveMixin } from './resolve-mixin.ts';
import { writeChanged } from './write-changed.ts';

/** Writes everything that is generated into a folder, and says what. Nothing is written where anything is wrong. */
export async function generate(flags: GenerateFlags, context: CommandContext): Promise<void> {
  const { terminal, environment } = context;
  const { options, place } = await resolveMixin(flags, environment);
  const folder = asFolder(flags.out ?? 'turnscope-mixin', environment.workingFolder, environment);
  const existing = readExisting(folder);
  const files = refusing(place, () => generateMixin(options, existing));
  const written = await writeChanged(folder, files, existing);
  for (const path of written) terminal.say(`wrote ${path}`);
  const count = Object.keys(files).length;
  terminal.say(
    `${folder}: ${count} files, ${written.length} written, ${count - written.length} as they were`,
  );
}

/** What makes no sense is the user's to put right. */
function refusing<Result>(place: string, make: () => Result): Result {
  try {
    return make();
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    const message = cause.message.replace(/^objectives\./, 'mixin.slo.');
    throw new CommandError(misused, `${place}: ${message}`, { cause });
  }
}
