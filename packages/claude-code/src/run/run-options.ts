import type { Writable } from 'node:stream';
import type { Clock, PerformanceMonitor } from '@turnscope/core';
import type { BackOffOptions } from '../supervise/back-off.ts';
import type { RestartBudgetOptions } from '../supervise/restart-budget.ts';
import type { Timers } from '../supervise/timers.ts';
import type { Random } from '../system-clock.ts';

/** How a command is run in the place of this program. */
export interface RunOptions {
  readonly command: string;
  readonly args: readonly string[];
  readonly monitor: PerformanceMonitor;
  /** Default `unknown`. */
  readonly processType?: string | undefined;
  /** Whether it is started again when it ends with an error or by a signal that nobody sent; default false. */
  readonly restartOnFailure?: boolean | undefined;
  readonly backOff?: BackOffOptions | undefined;
  readonly restarts?: RestartBudgetOptions | undefined;
  /**
   * Where its standard output goes, which is measured on its way; undefined: to that of this program,
   * untouched and not measured, as a terminal needs it.
   */
  readonly output?: Writable | undefined;
  /**
   * It stays in this program's group of processes, to which a terminal sends its signals itself. Otherwise
   * it leads a group of its own, and all of that gets what `signal` passes on.
   */
  readonly hasTerminal?: boolean | undefined;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Hears, in one line, that the command is started again, or why it is not. */
  readonly onRestart?: ((line: string) => void) | undefined;
  readonly outside?: Partial<RunOutside> | undefined;
}

/** What running a command has of the machine. */
export interface RunOutside {
  readonly clock: Clock;
  readonly stopwatch: Clock;
  readonly timers: Timers;
  readonly random: Random;
}
