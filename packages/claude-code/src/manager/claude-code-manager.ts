import type { PerformanceMonitor } from '@turnscope/core';
import { endWithUs } from '../supervise/end-with-us.ts';
import { checkDelay } from '../supervise/longest-delay.ts';
import type { ProcessExit } from '../supervise/process-exit.ts';
import { repeat } from '../supervise/repeat.ts';
import type { AgentProcess } from './agent-process.ts';
import type { Answer } from './answer.ts';
import { createPool } from './create-pool.ts';
import { Job, type Target } from './job.ts';
import { ManagerError } from './manager-error.ts';
import type { ManagerOptions, ResolvedManagerOptions } from './manager-options.ts';
import { fits, type Pool } from './pool.ts';
import type { ProcessInfo } from './process-info.ts';
import { Queue } from './queue.ts';
import { givenUp, notRunning, processDied, queueFull, stillStopping } from './refusals.ts';
import { resolveManagerOptions } from './resolve-manager-options.ts';

/** Where a message goes and how long it may take. */
export interface SendOptions extends Target {
  /** From now to the answer, waiting in the queue included; default that of the manager. */
  readonly timeoutMs?: number | undefined;
  /** Gives the message up: the agent is asked to leave off its turn. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * A pool of Claude Code processes that are measured, watched and restarted. Turns, responses, tool calls,
 * compactions, starts, exits and restarts become events of `monitor` by themselves.
 *
 * A process that ends, breaks its pipe, does not answer in time, writes what nobody can read or takes more
 * than its limits is restarted after a pause and resumes its conversation; after too many restarts it is
 * given up. No process outlives the manager, nor this program, unless that is ended by SIGKILL.
 *
 * @example
 * await using agents = new ClaudeCodeManager({ processes: { strategic: 1, tactical: 4 } });
 * await agents.start();
 * const answer = await agents.send('Fix the test', { processType: 'tactical' });
 */
export class ClaudeCodeManager implements AsyncDisposable {
  readonly #options: ResolvedManagerOptions;
  readonly #queue = new Queue();
  readonly #pool: Pool;
  #isRunning = false;
  #release = () => {};
  #stopping: Promise<void> | undefined;

  /** Starts nothing yet. Throws a RangeError that names the option when a number makes no sense. */
  constructor(options: ManagerOptions = {}) {
    this.#options = resolveManagerOptions(options);
    this.#pool = createPool(this.#options, {
      onIdle: (process) => this.#feed(process),
      onLost: (job, process, exit) => this.#lost(job, process, exit),
      onChanged: () => this.#queue.refuse(({ target }) => this.#pool.refusal(target)),
    });
  }

  get monitor(): PerformanceMonitor {
    return this.#options.monitor;
  }

  /** From `start` to `shutdown`. */
  get isRunning(): boolean {
    return this.#isRunning;
  }

  /** Messages that wait for a process. */
  get waiting(): number {
    return this.#queue.size;
  }

  processes(): readonly ProcessInfo[] {
    return this.#pool.all.map((each) => each.info());
  }

  /**
   * Starts all processes at once. Resolves to whether all got ready; those that did not are tried again as
   * if they had died later. Rejects with a ManagerError, after shutting down, when not one got ready; and
   * at once where it was started already or a shutdown has not resolved yet.
   */
  async start(): Promise<boolean> {
    if (this.#isRunning) throw new ManagerError('not-running', 'The manager was started already.');
    // What still ends would be taken for what starts in its place.
    if (this.#stopping) throw stillStopping();
    this.#isRunning = true;
    // A report is about what came after an evaluation.
    this.monitor.evaluate();
    const { all } = this.#pool;
    const stopWatching = endWithUs(() => this.#pool.kill());
    const stopChecks = this.#checkRegularly();
    this.#release = () => {
      stopWatching();
      stopChecks();
    };
    const failures = await Promise.all(all.map((each) => each.start()));
    const reasons = failures.filter((failure) => failure !== undefined);
    // One that failed at first may have got ready since, while the others were waited for.
    if (
      all.length > 0 &&
      reasons.length === all.length &&
      !all.some(({ isHealthy }) => isHealthy)
    ) {
      await this.shutdown();
      throw new ManagerError('start-failed', `No process could be started: ${reasons[0]}.`);
    }
    return reasons.length === 0;
  }

  /**
   * Gives a message to the least loaded process that fits, at once or when one is free, and resolves to its
   * answer. Rejects with a ManagerError whose `reason` says why there is none. Each message gets exactly
   * one of them. Rejects with a TypeError or a RangeError where the message is no text, or no timer can wait
   * for `timeoutMs`.
   */
  async send(message: string, options: SendOptions = {}): Promise<Answer> {
    const { timeoutMs = this.#options.timeoutMs, signal, ...target } = options;
    if (typeof message !== 'string') throw new TypeError(`no text to send: ${typeof message}`);
    checkDelay('timeoutMs', timeoutMs, 1);
    const refusal = this.#refusal(target, signal);
    if (refusal) throw refusal;
    const free = this.#pool.leastLoaded(target);
    if (free === undefined && this.#queue.size >= this.#options.queueLimit) {
      throw queueFull(this.#queue.size);
    }
    const { timers } = this.#options.outside;
    const job = new Job({ text: message, target, timeoutMs, signal, timers });
    if (free) free.run(job);
    else this.#queue.add(job);
    return job.settled;
  }

  /** Checks every process now: whether it lives, and what it takes of the machine. By id. */
  async checkHealth(): Promise<ReadonlyMap<string, boolean>> {
    const { all } = this.#pool;
    const pids = all.flatMap(({ leader }) => leader?.pid ?? []);
    const usages = await this.#options.outside.probe(pids);
    return new Map(
      all.map((each) => [each.spec.id, each.judge(usages.get(each.leader?.pid ?? -1))]),
    );
  }

  /** Tries the processes that were given up once more, with a new budget. Resolves to how many got ready. */
  async restartFailed(): Promise<number> {
    const failed = this.#pool.all.filter(({ state }) => state === 'failed');
    const failures = await Promise.all(failed.map((each) => each.start()));
    return failures.filter((failure) => failure === undefined).length;
  }

  /**
   * Refuses what waits, asks every process to end and kills those that have not after `graceMs` (default
   * that of the options). Resolves when nothing is left of them; a second call waits for the first. Rejects
   * with a RangeError, and ends nothing, where no timer can wait for `graceMs`.
   */
  async shutdown(graceMs = this.#options.limits.graceMs): Promise<void> {
    checkDelay('graceMs', graceMs, 0);
    this.#stopping ??= this.#shutDown(graceMs);
    await this.#stopping;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.shutdown();
  }

  async #shutDown(graceMs: number): Promise<void> {
    this.#isRunning = false;
    this.#queue.refuse(notRunning);
    await Promise.all(this.#pool.all.map((each) => each.stop(graceMs)));
    this.#release();
    this.#stopping = undefined;
  }

  #checkRegularly(): () => void {
    const { healthIntervalMs, outside } = this.#options;
    if (healthIntervalMs === 0) return () => {};
    const check = async () => {
      // Where nobody scrapes the monitor, nothing else would let its alerts fire.
      this.monitor.evaluate();
      await this.checkHealth();
    };
    return repeat(check, healthIntervalMs, outside.timers);
  }

  #refusal(target: Target, signal: AbortSignal | undefined): ManagerError | undefined {
    if (!this.#isRunning) return notRunning();
    if (signal?.aborted) return givenUp(signal.reason);
    return this.#pool.refusal(target);
  }

  #feed(process: AgentProcess): void {
    const job = this.#queue.take(({ target }) => fits(process, target));
    if (job) process.run(job);
  }

  #lost(job: Job, process: AgentProcess, exit: ProcessExit): void {
    if (!job.isOpen) return;
    if (!this.#isRunning) job.refuse(notRunning());
    else if (this.#options.inFlight === 'retry' && job.deliveries < 2) this.#retry(job);
    else job.refuse(processDied(process.spec.id, exit));
  }

  /** The queue is for those who find nobody free: a process that waits already does not look into it. */
  #retry(job: Job): void {
    const free = this.#pool.leastLoaded(job.target);
    if (free) free.run(job);
    else this.#queue.addFirst(job);
  }
}
