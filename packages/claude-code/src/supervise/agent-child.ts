import type { ChildProcess } from 'node:child_process';
import { type EndReason, type ProcessExit, reasonOf } from './process-exit.ts';
import { type GroupLeader, killStrays, markName, signalGroup } from './process-group.ts';
import { spawnOrTell } from './spawn-or-tell.ts';
import type { Timers } from './timers.ts';
import { whenDrained } from './when-drained.ts';

/** A command and where it runs. No shell sees it. */
export interface Launch {
  readonly command: string;
  readonly args: readonly string[];
  readonly folder?: string | undefined;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Unique to this process; marks it and all that it starts. */
  readonly mark: string;
}

/** Hears what comes out of a process; `exit` last, once, when everything that it wrote has been heard. */
export interface ChildListener {
  output(chunk: Buffer): void;
  /** Nobody reads the standard input of the process any more. */
  inputClosed(): void;
  /** It has ended. Some of what it wrote may still be to be heard. */
  gone(): void;
  exit(exit: ProcessExit): void;
}

const longestComplaint = 4096;

/** One process in a group of its own, from its start to the end of all that it started. MUTABLE. */
export class AgentChild {
  readonly #child: ChildProcess;
  readonly #mark: string;
  readonly #timers: Timers;
  readonly #listener: ChildListener;
  #complaint = '';
  #endReason: EndReason | undefined;
  #isGone = false;
  #over = false;
  #cancelKill = () => {};

  constructor(launch: Launch, timers: Timers, listener: ChildListener) {
    this.#timers = timers;
    this.#listener = listener;
    this.#mark = launch.mark;
    this.#child = spawnOrTell(launch.command, launch.args, {
      cwd: launch.folder,
      env: { ...launch.environment, [markName]: launch.mark },
      detached: process.platform !== 'win32',
      stdio: ['pipe', 'pipe', 'pipe'],
      windowsHide: true,
    });
    this.#listen();
  }

  /** Undefined when it could not be started, and when it has ended. */
  get leader(): GroupLeader | undefined {
    const { pid } = this.#child;
    return pid === undefined || this.#isGone ? undefined : { pid, mark: this.#mark };
  }

  write(text: string): void {
    this.#child.stdin?.write(text);
  }

  /**
   * Asks it to end, and kills it and its group when it has not within `graceMs`. Of several calls the first
   * reason counts, and the grace that is over first.
   */
  end(reason: EndReason, graceMs: number): void {
    const { leader } = this;
    if (leader === undefined) return;
    this.#endReason ??= reason;
    signalGroup(leader.pid, 'SIGTERM');
    this.#child.stdin?.destroy();
    const cancelEarlier = this.#cancelKill;
    const cancel = this.#timers.after(graceMs, () => signalGroup(leader.pid, 'SIGKILL'));
    this.#cancelKill = () => {
      cancelEarlier();
      cancel();
    };
  }

  #listen(): void {
    const child = this.#child;
    child.stdout?.on('data', (chunk: Buffer) => this.#listener.output(chunk));
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#complaint = (this.#complaint + text).slice(-longestComplaint);
    });
    child.stdin?.on('error', () => {
      if (!this.#isGone && this.#endReason === undefined) this.#listener.inputClosed();
    });
    child.on('error', (error) => {
      if (child.pid === undefined) this.#finish(null, null, error);
    });
    child.on('exit', () => {
      this.#isGone = true;
      this.#listener.gone();
      if (child.pid !== undefined) killStrays({ pid: child.pid, mark: this.#mark });
      const { stdout } = child;
      if (stdout)
        child.on(
          'close',
          whenDrained(stdout, this.#timers, () => this.#closePipes()),
        );
    });
    child.on('close', (code, signal) => this.#finish(code, signal));
  }

  #closePipes(): void {
    for (const pipe of [this.#child.stdin, this.#child.stdout, this.#child.stderr]) pipe?.destroy();
  }

  #finish(code: number | null, signal: NodeJS.Signals | null, error?: Error): void {
    if (this.#over) return;
    this.#over = true;
    this.#cancelKill();
    this.#closePipes();
    const { pid } = this.#child;
    const reason = error ? 'crash' : reasonOf({ code, signal }, this.#endReason);
    this.#listener.exit({ pid, code, signal, reason, error, complaint: this.#complaint.trim() });
  }
}
