import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';

/** The root folder of the workspace. */
export const workspace: string = join(import.meta.dirname, '..');

export interface CommandResult {
  /** The exit code; 1 when the command was killed or could not start. */
  readonly code: number;
  /** Standard output and error in the order in which they came. */
  readonly output: string;
}

export interface CommandOptions {
  readonly folder?: string;
  /** Added to the environment of this process. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Kills the command after this time. Default: ten minutes, so that a hanging step cannot hold up the others. */
  readonly timeoutSeconds?: number;
}

/** Runs a command with the tools of the workspace first on the PATH, and without standard input. Never rejects. */
export function runCommand(
  command: string,
  args: readonly string[],
  { folder = workspace, environment = {}, timeoutSeconds = 600 }: CommandOptions = {},
): Promise<CommandResult> {
  const path = `${join(workspace, 'node_modules', '.bin')}${delimiter}${process.env['PATH']}`;
  const child = spawn(command, args, {
    cwd: folder,
    env: { ...process.env, PATH: path, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: timeoutSeconds * 1000,
    killSignal: 'SIGKILL',
    shell: process.platform === 'win32',
  });
  const output: string[] = [];
  child.stdout.setEncoding('utf8').on('data', (text: string) => output.push(text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => output.push(text));
  return new Promise((done) => {
    child.on('error', (error) =>
      output.push(`${command} could not be started: ${error.message}\n`),
    );
    child.on('close', (code, signal) => {
      if (signal)
        output.push(`${command} was stopped by ${signal} (limit: ${timeoutSeconds} s).\n`);
      done({ code: code ?? 1, output: output.join('') });
    });
  });
}
