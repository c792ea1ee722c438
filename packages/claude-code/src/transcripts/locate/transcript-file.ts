import { basename, dirname, sep } from 'node:path';

/** What the lines of a file are: the conversation itself, a subagent's work, or the request that compacts. */
export type FileRole = 'main' | 'subagent' | 'compaction';

/** A transcript, as far as its path tells. */
export interface TranscriptFile {
  readonly path: string;
  readonly role: FileRole;
  /**
   * The conversation: for a main transcript its name, which stays the same when a line inside it
   * names another session; for an agent's file the folder above `subagents`. Absent for the agent
   * files of 2.0, which lie beside the main transcript: there only the lines tell.
   */
  readonly conversationId: string | undefined;
}

const extension = '.jsonl';
const agentsFolder = 'subagents';

/** Understands the path of a `*.jsonl` file; undefined for any other path. */
export function asTranscriptFile(path: string): TranscriptFile | undefined {
  if (!path.endsWith(extension)) return undefined;
  const name = basename(path, extension);
  const role = roleOf(name);
  return { path, role, conversationId: role === 'main' ? name : folderAboveAgents(path) };
}

function roleOf(name: string): FileRole {
  if (name.startsWith('agent-acompact-')) return 'compaction';
  return name.startsWith('agent-') ? 'subagent' : 'main';
}

function folderAboveAgents(path: string): string | undefined {
  const folders = dirname(path).split(sep);
  const session = folders[folders.lastIndexOf(agentsFolder) - 1];
  return session === '' ? undefined : session;
}
