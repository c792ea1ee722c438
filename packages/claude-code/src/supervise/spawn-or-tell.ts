import { ChildProcess, type SpawnOptions, spawn } from 'node:child_process';

/**
 * Like `spawn`, but never throws: whatever keeps a process from starting is told by its event `error`. Node
 * tells so that a command is not there, and throws that its folder is a file or its arguments are too long.
 */
export function spawnOrTell(
  command: string,
  args: readonly string[],
  options: SpawnOptions,
): ChildProcess {
  try {
    return spawn(command, args, options);
  } catch (error) {
    const none = new ChildProcess();
    process.nextTick(() => none.emit('error', error));
    return none;
  }
}
