import { claimFolders, type FolderClaim, type FolderReader } from '@turnscope/node';
import { CommandError, failed } from '../command-error.ts';
import type { Settings } from '../settings/settings.ts';
import { asSystemError } from '../system-error.ts';
import type { Problems } from './problems.ts';
import type { Stage } from './stage.ts';

/** The claim of this command on the folders that it reads. */
export type Claim = Pick<FolderClaim, 'announce' | 'release'>;

const none: Claim = { announce: async () => {}, release: async () => {} };

/**
 * Makes sure that nobody else reads the user's folders, for two readers would double every number.
 * Throws a CommandError where somebody does and it was not asked to share; where that cannot be known
 * it tells so and goes on. The demo has its folder for itself.
 */
export async function claim(stage: Stage, settings: Settings, problems: Problems): Promise<Claim> {
  if (stage.demo !== undefined) return none;
  const { folders } = stage.reading;
  const { shared, stateFolder } = settings;
  const claimed = await claimFolders({ folders, stateFolder, shared, pid: process.pid }).catch(
    (cause: unknown) => {
      problems.tell(blind(stateFolder, cause));
      return undefined;
    },
  );
  if (claimed === undefined) return none;
  const { rival, release } = claimed;
  if (rival !== undefined && !shared) {
    await release();
    throw new CommandError(failed, refusal(rival));
  }
  if (rival !== undefined) {
    problems.tell(`${reads(rival)}; whoever adds up both counts everything twice`);
  }
  return { announce: (url) => claimed.announce(url).catch(() => {}), release };
}

function refusal(rival: FolderReader): string {
  return `${reads(rival)}; two would double every number: stop that one, or give --transcripts DIR or --shared`;
}

function reads({ folders, pid, url }: FolderReader): string {
  const at = url === undefined ? '' : ` at ${url}`;
  return `another turnscope (process ${pid}${at}) reads ${folders.join(', ')}`;
}

function blind(stateFolder: string, cause: unknown): string {
  return `the state folder ${stateFolder} cannot be used (${asSystemError(cause).message}), so another reader of the same transcripts would go unseen; name another with --state-dir DIR`;
}
