import { isAbsolute, join, resolve } from 'node:path';
import type { Environment } from '../command-context.ts';

/** Where Claude Code keeps its transcripts. */
export function defaultTranscripts({ variables, homeFolder }: Environment): string {
  const configured = variables['CLAUDE_CONFIG_DIR'];
  return join(configured || join(homeFolder, '.claude'), 'projects');
}

/** Where processes of this user find each other, by the XDG Base Directory Specification: a relative path there counts as none. */
export function defaultStateFolder({ variables, homeFolder }: Environment): string {
  const configured = variables['XDG_STATE_HOME'] ?? '';
  const base = isAbsolute(configured) ? configured : join(homeFolder, '.local', 'state');
  return join(base, 'turnscope');
}

/** An absolute path for one that a person wrote, where `~` is the home folder and `base` is where it begins. */
export function asFolder(written: string, base: string, { homeFolder }: Environment): string {
  if (written === '~') return homeFolder;
  if (written.startsWith('~/')) return join(homeFolder, written.slice(2));
  return resolve(base, written);
}
