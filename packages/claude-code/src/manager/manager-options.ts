import type { Clock, PerformanceMonitor } from '@turnscope/core';
import type { BackOff, BackOffOptions } from '../supervise/back-off.ts';
import type { RestartBudget, RestartBudgetOptions } from '../supervise/restart-budget.ts';
import type { Timers } from '../supervise/timers.ts';
import type { Random } from '../system-clock.ts';
import type { IncarnationLimits } from './incarnation.ts';
import type { ResourceLimits, ResourceProbe } from './resources.ts';

/** The processes of one type. */
export interface ProcessGroupOptions {
  /** How many; default 1. */
  readonly count?: number | undefined;
  /** Given to the command as `--model`. */
  readonly model?: string | undefined;
  /** Further arguments of the command. */
  readonly args?: readonly string[] | undefined;
  /** Turns after which an answer says that a compaction is due; default 50 for strategic, else 20. */
  readonly turnLimit?: number | undefined;
}

/** How a manager is made. Everything may be left out. */
export interface ManagerOptions {
  /** Where everything that happens is recorded; default one of its own, see `manager.monitor`. */
  readonly monitor?: PerformanceMonitor | undefined;
  /** How many processes of which type, or more about them; default one strategic and four tactical. */
  readonly processes?: Readonly<Record<string, number | ProcessGroupOptions>> | undefined;
  /** Default `claude`. No shell sees it. */
  readonly command?: string | undefined;
  /**
   * Before `--model`, the arguments of the process type and `--resume`; default `-p --input-format
   * stream-json --output-format stream-json --verbose`.
   */
  readonly args?: readonly string[] | undefined;
  /** The working folder of the processes; default that of this one. */
  readonly folder?: string | undefined;
  /** The environment of the processes; default that of this one. */
  readonly environment?: Readonly<Record<string, string | undefined>> | undefined;
  /** Until a process must be ready; default 30,000. */
  readonly startupTimeoutMs?: number | undefined;
  /** Until a message must be answered, where `send` says nothing else; default 1,800,000, half an hour. */
  readonly timeoutMs?: number | undefined;
  /** Until a process must have done what it was asked to: ended, or left off its turn; default 5,000. */
  readonly graceMs?: number | undefined;
  /** Messages that may wait for a process; default 100. */
  readonly queueLimit?: number | undefined;
  /**
   * What a message gets when its process dies before it was answered: an error, or one more try, in which
   * the agent may do once more what it had done already. Default `fail`.
   */
  readonly inFlight?: 'fail' | 'retry' | undefined;
  readonly backOff?: BackOffOptions | undefined;
  /** For each process. When it is used up the process is given up. */
  readonly restarts?: RestartBudgetOptions | undefined;
  readonly resources?: ResourceLimits | undefined;
  /** Between two checks of memory and processor time; 0 for none; default 15,000. */
  readonly healthIntervalMs?: number | undefined;
  /** Longest line that is read, in bytes; default 64 MiB. What is longer is dropped and counted. */
  readonly longestLine?: number | undefined;
  /** Lines in a row that are no messages, after which a process is restarted; default 20. */
  readonly unreadableLines?: number | undefined;
  /** What tests decide: time, chance, what processes take. */
  readonly outside?: Partial<Outside> | undefined;
}

/** What a manager has of the machine. */
export interface Outside {
  /** The time of day. */
  readonly clock: Clock;
  /** For durations. */
  readonly stopwatch: Clock;
  readonly timers: Timers;
  readonly random: Random;
  readonly probe: ResourceProbe;
}

/** Options with every default filled in. */
export interface ResolvedManagerOptions {
  readonly monitor: PerformanceMonitor;
  readonly groups: readonly (readonly [string, ProcessGroupOptions])[];
  readonly command: string;
  readonly args: readonly string[];
  readonly folder: string | undefined;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly limits: IncarnationLimits;
  readonly timeoutMs: number;
  readonly queueLimit: number;
  readonly inFlight: 'fail' | 'retry';
  readonly backOff: BackOff;
  readonly createBudget: () => RestartBudget;
  readonly resources: ResourceLimits;
  readonly healthIntervalMs: number;
  readonly outside: Outside;
}
