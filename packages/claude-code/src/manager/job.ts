import type { Timers } from '../supervise/timers.ts';
import type { Answer } from './answer.ts';
import { ManagerError } from './manager-error.ts';
import { givenUp } from './refusals.ts';

/** Which process may take a message. Everything that is given must fit. */
export interface Target {
  readonly process?: string | undefined;
  readonly processType?: string | undefined;
  readonly conversationId?: string | undefined;
}

export interface JobOptions {
  readonly text: string;
  readonly target: Target;
  readonly timeoutMs: number;
  readonly signal: AbortSignal | undefined;
  readonly timers: Timers;
}

/** A message on its way: it gets one answer or one error, whoever is first. MUTABLE. */
export class Job {
  readonly text: string;
  readonly target: Target;
  readonly settled: Promise<Answer>;
  /** How often a process was given it. */
  deliveries = 0;
  /** Called when nobody waits for it any more: its time is over, or the caller gave it up. */
  onGivenUp: () => void = () => {};
  #isOpen = true;
  #resolve: (answer: Answer) => void = () => {};
  #reject: (error: ManagerError) => void = () => {};
  #release = () => {};

  constructor({ text, target, timeoutMs, signal, timers }: JobOptions) {
    this.text = text;
    this.target = target;
    this.settled = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    const late = () =>
      this.#giveUp(new ManagerError('timeout', `No answer came within ${timeoutMs} ms.`));
    const abort = () => this.#giveUp(givenUp(signal?.reason));
    const cancel = timers.after(timeoutMs, late);
    signal?.addEventListener('abort', abort, { once: true });
    this.#release = () => {
      cancel();
      signal?.removeEventListener('abort', abort);
    };
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  answer(answer: Answer): void {
    if (this.#close()) this.#resolve(answer);
  }

  refuse(error: ManagerError): void {
    if (!this.#close()) return;
    error.attempts = this.deliveries;
    this.#reject(error);
  }

  #giveUp(error: ManagerError): void {
    if (!this.#isOpen) return;
    this.refuse(error);
    this.onGivenUp();
  }

  #close(): boolean {
    const wasOpen = this.#isOpen;
    this.#isOpen = false;
    this.#release();
    return wasOpen;
  }
}
