import type { Writable } from 'node:stream';

/** Where a command tells people things. Each call is one line, without its end. */
export interface Terminal {
  /** What the user asked for. */
  say(line: string): void;
  /** What went wrong and what to do about it. */
  warn(line: string): void;
  /** Where what is said appears before a person's eyes and can be drawn over; undefined in a pipe or a file. */
  readonly screen?: Screen | undefined;
  /** The same for what is warned: it may be a terminal where what is said goes into a file. */
  readonly warningScreen?: Screen | undefined;
}

/** The last lines of a terminal. */
export interface Screen {
  /** Takes text as it is, with control sequences. */
  write(text: string): void;
  /** Cells in a row; it changes with the window. */
  columns(): number;
  /** False where the user wants none (`NO_COLOR`) or the terminal has none. */
  readonly colors: boolean;
}

/** What a command takes from the machine it runs on. */
export interface Environment {
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly homeFolder: string;
  readonly workingFolder: string;
  readonly hostName: string;
}

/** What a command needs to run another in its own place. */
export interface Host {
  /** Hears of a signal to this process, which then does nothing else; the answer ends that. */
  onSignal(signal: NodeJS.Signals, hear: () => void): () => void;
  /** Standard output, when it may be looked at on its way: undefined where it is a terminal. */
  readonly output: Writable | undefined;
  /** A terminal sends signals of its keys to every process in it. */
  readonly hasTerminal: boolean;
}

/** Everything a command has of the outside world. */
export interface CommandContext {
  readonly host: Host;
  readonly terminal: Terminal;
  readonly environment: Environment;
  /** Resolves when the user or the system asks the command to end. Called at most once. */
  readonly untilStopped: () => Promise<void>;
}
