import { homedir, hostname } from 'node:os';
import type { CommandContext, Screen } from './command-context.ts';

const stopSignals = ['SIGINT', 'SIGTERM'] as const;

/** The context of a command that is this process. */
export function processContext(): CommandContext {
  // A reader that has gone, as in `turnscope serve | head -1`, must not end the exporter.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  return {
    terminal: {
      say: (line) => void process.stdout.write(`${line}\n`),
      warn: (line) => void process.stderr.write(`${line}\n`),
      screen: screenOf(process.stdout),
      warningScreen: screenOf(process.stderr),
    },
    environment: {
      variables: process.env,
      homeFolder: homedir(),
      workingFolder: process.cwd(),
      hostName: hostname(),
    },
    untilStopped,
    host: {
      onSignal(signal, hear) {
        process.on(signal, hear);
        return () => void process.off(signal, hear);
      },
      output: process.stdout.isTTY ? undefined : process.stdout,
      hasTerminal: process.stdin.isTTY || process.stdout.isTTY || process.stderr.isTTY,
    },
  };
}

/** Where a terminal of the user's is too simple to go back in a line (`TERM=dumb`), there is none. */
function screenOf(stream: NodeJS.WriteStream): Screen | undefined {
  if (!stream.isTTY || process.env['TERM'] === 'dumb') return undefined;
  return {
    write: (text) => void stream.write(text),
    columns: () => stream.columns,
    colors: stream.hasColors(),
  };
}

/** From the first signal on nothing catches them any more: a second Ctrl-C ends the process at once. */
function untilStopped(): Promise<void> {
  return new Promise((done) => {
    const stop = () => {
      for (const signal of stopSignals) process.off(signal, stop);
      done();
    };
    for (const signal of stopSignals) process.on(signal, stop);
  });
}
