import type { LiveSourceSink } from '@turnscope/core';
import { systemClock } from '@turnscope/core';
import { StreamObserver } from '../stream/observe/stream-observer.ts';
import { createBackOff } from '../supervise/back-off.ts';
import { endWithUs } from '../supervise/end-with-us.ts';
import { exitWords, type ProcessExit } from '../supervise/process-exit.ts';
import { RestartBudget } from '../supervise/restart-budget.ts';
import { RestartPlan } from '../supervise/restart-plan.ts';
import { systemTimers } from '../supervise/timers.ts';
import { stopwatch, systemRandom } from '../system-clock.ts';
import { type CommandChild, startCommand } from './command-child.ts';
import { goesOn } from './goes-on.ts';
import type { RunOptions, RunOutside } from './run-options.ts';
import { StreamTap } from './stream-tap.ts';

/** A command that runs in the place of this program. */
export interface RunningCommand {
  /**
   * Passes a signal on, unless the command got it already. One that ends programs means that the command
   * is not to be started again, and where it has ended that nothing more of it is passed on.
   */
  signal(signal: NodeJS.Signals, gotIt?: boolean): void;
  /** How it ended the last time. Never rejects. */
  readonly ended: Promise<ProcessExit>;
}

/** They ask a program to end. */
const endingSignals: ReadonlySet<string> = new Set(['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT']);

/**
 * Runs a command with the standard input, output and errors of this program, measures the stream-json
 * that it writes, and starts it again where the options say so. Throws a RangeError that names the option
 * when a number makes no sense.
 */
export function runCommand(options: RunOptions): RunningCommand {
  const run = new Run(options);
  const ended = run.play();
  return { signal: (signal, gotIt = false) => run.signal(signal, gotIt), ended };
}

/** MUTABLE. */
class Run {
  readonly #options: RunOptions;
  readonly #outside: RunOutside;
  readonly #plan: RestartPlan;
  readonly #budget: RestartBudget;
  readonly #sink: LiveSourceSink;
  #child: CommandChild | undefined;
  #wasAsked = false;
  /** Nobody reads what the command writes any more. */
  #isUnread = false;
  #cancelPause = () => {};

  constructor(options: RunOptions) {
    this.#options = options;
    const { outside, backOff = {}, restarts = {} } = options;
    const defaults = { clock: systemClock, stopwatch, timers: systemTimers, random: systemRandom };
    this.#outside = { ...defaults, ...outside };
    const { timers, random } = this.#outside;
    this.#budget = new RestartBudget(restarts, this.#outside.stopwatch);
    this.#plan = new RestartPlan(createBackOff(backOff, random), this.#budget, timers);
    this.#sink = options.monitor.enableSource('processes');
  }

  signal(signal: NodeJS.Signals, gotIt: boolean): void {
    if (endingSignals.has(signal)) {
      this.#wasAsked = true;
      this.#cancelPause();
      this.#child?.leaveOff();
    }
    if (!gotIt) this.#child?.signal(signal);
  }

  async play(): Promise<ProcessExit> {
    const { output } = this.#options;
    const release = endWithUs(() => this.#child?.kill());
    const readerLeft = () => {
      this.#isUnread = true;
    };
    output?.on('error', readerLeft);
    try {
      let exit = await this.#once(undefined);
      while (await this.#isToRestart(exit)) exit = await this.#once(exit);
      return exit;
    } finally {
      output?.off('error', readerLeft);
      release();
    }
  }

  /** One run of the command. `before`: how it ended when this is a restart. */
  async #once(before: ProcessExit | undefined): Promise<ProcessExit> {
    const { monitor, processType = 'unknown', command, args } = this.#options;
    const { clock, stopwatch } = this.#outside;
    const startedAt = stopwatch.now();
    const resumed = goesOn(command, args);
    const tap = new StreamTap(new StreamObserver(monitor, { processType, clock, resumed }));
    const child = startCommand(this.#options, tap, () => this.#wasAsked);
    this.#child = child;
    this.#started(child, before, resumed);
    const exit = await child.ended;
    this.#child = undefined;
    // What lived so long that no earlier restart counts any more does not fail again and again.
    if (stopwatch.now() - startedAt >= this.#budget.windowMs) this.#plan.helped();
    tap.end(this.#wasAsked);
    if (exit.pid !== undefined) {
      const at = clock.now();
      this.#sink.record({ type: 'process-exit', at, processType, reason: exit.reason });
    }
    return exit;
  }

  #started({ pid }: CommandChild, before: ProcessExit | undefined, resumed: boolean): void {
    const { processType = 'unknown' } = this.#options;
    const at = this.#outside.clock.now();
    const outcome = pid === undefined ? 'error' : 'success';
    if (before)
      this.#sink.record({ type: 'restart', at, processType, reason: before.reason, outcome });
    if (pid === undefined) return;
    const first = resumed ? 'resume' : 'fresh';
    this.#sink.record({ type: 'process-start', at, processType, kind: before ? 'restart' : first });
  }

  /** Waits for the pause before a restart. False when there is none. */
  #isToRestart(exit: ProcessExit): Promise<boolean> {
    const { restartOnFailure = false, command, onRestart = () => {} } = this.#options;
    const isFailure = exit.code !== 0 && exit.pid !== undefined;
    if (!restartOnFailure || !isFailure || this.#wasAsked) return Promise.resolve(false);
    const what = `${command} ${exitWords(exit)}`;
    if (this.#isUnread) {
      onRestart(`${what}; nobody reads its output any more, so it is not started again`);
      return Promise.resolve(false);
    }
    return new Promise((done) => {
      this.#cancelPause = () => {
        this.#plan.cancel();
        done(false);
      };
      const delay = this.#plan.startLater(() => done(true));
      if (delay !== undefined) {
        onRestart(`${what}; it is started again in ${(delay / 1000).toFixed(1)} s`);
        return;
      }
      const { restarts, windowMs } = this.#budget;
      const within = `${restarts} restarts within ${windowMs / 1000} s`;
      onRestart(`${what}, after ${within}; it is not started again`);
      done(false);
    });
  }
}
