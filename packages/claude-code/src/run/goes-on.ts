import { basename } from 'node:path';

const options: ReadonlySet<string> = new Set(['--resume', '--continue']);
const resumeWithId = '--resume=';
const shortOptions: ReadonlySet<string> = new Set(['-r', '-c']);

/**
 * Whether a command goes on with an earlier conversation, by the arguments of Claude Code. The short ones
 * mean that behind its name only: `sh -c` goes on with nothing.
 */
export function goesOn(command: string, args: readonly string[]): boolean {
  if (args.some((arg) => options.has(arg) || arg.startsWith(resumeWithId))) return true;
  const words = [command, ...args];
  const agent = words.findIndex((word) => basename(word).startsWith('claude'));
  return agent >= 0 && words.slice(agent).some((word) => shortOptions.has(word));
}
