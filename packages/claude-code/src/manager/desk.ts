import { randomUUID } from 'node:crypto';
import type { Clock } from '@turnscope/core';
import type { Timers } from '../supervise/timers.ts';
import { type Answer, isAbout, type TurnResult } from './answer.ts';
import type { Incarnation } from './incarnation.ts';
import type { Job } from './job.ts';
import { ManagerError } from './manager-error.ts';

/** Who answers, for the answer to tell. */
export type Author = Pick<Answer, 'process' | 'processType' | 'turns' | 'compactionDue'>;

/** Where a process has the one message that it works on. MUTABLE. */
export class Desk {
  readonly #stopwatch: Clock;
  readonly #timers: Timers;
  readonly #graceMs: number;
  #job: Job | undefined;
  /** Of this delivery of the message. */
  #uuid = '';
  #askedAt = 0;
  #interrupt = () => {};
  #cancelHang = () => {};

  constructor(stopwatch: Clock, timers: Timers, graceMs: number) {
    this.#stopwatch = stopwatch;
    this.#timers = timers;
    this.#graceMs = graceMs;
  }

  /** Gives the process a message. One that is given up is interrupted; a process that does not even do that hangs. */
  take(job: Job, incarnation: Incarnation): void {
    this.#job = job;
    this.#askedAt = this.#stopwatch.now();
    job.deliveries += 1;
    this.#interrupt = () => incarnation.interrupt();
    job.onGivenUp = () => {
      this.#interrupt();
      this.#cancelHang = this.#timers.after(this.#graceMs, () => incarnation.end('hang'));
    };
    this.#uuid = randomUUID();
    incarnation.ask(job.text, this.#uuid);
  }

  /** Hands the answer over. False where it is none to the message: an agent may begin a turn by itself. */
  finish(result: TurnResult, author: Author): boolean {
    if (!isAbout(result, this.#uuid)) {
      // The turn that was interrupted was not that of the message, which comes now.
      if (this.#job?.isOpen === false) this.#interrupt();
      return false;
    }
    const job = this.clear();
    if (job === undefined) return false;
    if (result.isError) job.refuse(agentError(result, author));
    else job.answer(this.#answer(result, author, job.deliveries > 1));
    return true;
  }

  /** The message that the process will not answer any more. */
  clear(): Job | undefined {
    const job = this.#job;
    this.#job = undefined;
    this.#cancelHang();
    if (job) job.onGivenUp = () => {};
    return job;
  }

  #answer({ text, conversationId, usage }: TurnResult, author: Author, retried: boolean): Answer {
    const durationSeconds = (this.#stopwatch.now() - this.#askedAt) / 1000;
    return { text, conversationId, usage, durationSeconds, ...author, retried };
  }
}

function agentError(result: TurnResult, { process }: Author): ManagerError {
  const { apiStatus, terminalReason = 'no reason given', text } = result;
  const words = text === '' ? terminalReason : `${terminalReason}: ${text}`;
  return new ManagerError('agent-error', `The agent could not answer (${words})`, {
    process,
    apiStatus,
  });
}
