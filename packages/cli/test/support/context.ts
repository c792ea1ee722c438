import { PassThrough } from 'node:stream';
import type { CommandContext, Environment } from '../../src/command-context.ts';

/** A command context whose terminal is a list and whose user is the test. */
export interface TestContext extends CommandContext {
  readonly said: string[];
  readonly warned: string[];
  /** Presses Ctrl-C. */
  stop(): void;
}

export function createContext(environment: Partial<Environment> = {}): TestContext {
  const said: string[] = [];
  const warned: string[] = [];
  let stop = () => {};
  const stopped = new Promise<void>((done) => {
    stop = done;
  });
  return {
    said,
    warned,
    terminal: {
      say: (line) => void said.push(...line.split('\n')),
      warn: (line) => void warned.push(line),
    },
    environment: {
      variables: {},
      homeFolder: '/home/ann',
      workingFolder: '/work',
      hostName: 'box',
      ...environment,
    },
    untilStopped: () => stopped,
    host: { onSignal: () => () => {}, output: new PassThrough(), hasTerminal: false },
    stop: () => stop(),
  };
}
