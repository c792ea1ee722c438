import type { NotificationCounter } from '@turnscope/core';
import { type BackOff, pauseAfter } from './back-off.ts';
import { type Credentials, readCredentials } from './credentials.ts';
import type { Outside } from './outside.ts';
import { type Answer, post } from './post.ts';
import { shownUrl } from './receiver-url.ts';

/** What one request carries. */
export interface Parcel {
  /** JSON. */
  readonly body: string;
  /** Beside those of the receiver. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Notifications in it. */
  readonly notifications: number;
  /** Hears what became of an attempt. After `failed` the next parcel is asked for when a pause is over. */
  settle(outcome: Answer['outcome']): void;
}

export interface DeliveryOptions extends Credentials {
  readonly url: string;
  readonly timeoutSeconds: number;
  readonly backOff: BackOff;
  /** What is to be sent now; undefined: nothing. Asked anew before each attempt, so that the latest state is sent. */
  readonly next: () => Parcel | undefined;
  readonly counter: NotificationCounter;
  readonly onProblem: (problem: Error) => void;
  readonly outside: Outside;
}

/** Longest time that a running attempt may take after `close`. */
const closeTimeoutMs = 1_000;

/**
 * Brings parcels to one receiver, one request at a time, and waits longer and longer while it does not
 * accept them. It keeps nothing itself: what is to be sent is asked for. MUTABLE.
 */
export class Delivery {
  readonly #options: DeliveryOptions;
  #isAwake = false;
  #running: Promise<void> | undefined;
  #cancelPause: (() => void) | undefined;
  #abort = () => {};
  #isCut = false;
  #failures = 0;
  /** What was told and has not ended since. */
  #told: string | undefined;
  #closing: Promise<void> | undefined;

  constructor(options: DeliveryOptions) {
    this.#options = options;
  }

  /** There may be something to send. During a pause it waits for its end. */
  wake(): void {
    if (this.#closing !== undefined || this.#cancelPause !== undefined) return;
    this.#isAwake = true;
    this.#running ??= this.#run();
  }

  /** Lets the running attempt end, and those behind it that need no pause, for a second at most. */
  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    this.#cancelPause?.();
    const cancel = this.#options.outside.timers.after(closeTimeoutMs, () => {
      this.#isCut = true;
      this.#abort();
    });
    await this.#running;
    cancel();
  }

  /** Never rejects. Between the last look at `#isAwake` and the end nobody can wake it: there is no `await`. */
  async #run(): Promise<void> {
    // What changes in one go is sent in one go.
    await Promise.resolve();
    while (this.#isAwake) {
      this.#isAwake = false;
      await this.#drain().catch((error: unknown) => {
        this.#options.onProblem(new Error('a delivery could not be made', { cause: error }));
        this.#pause();
      });
    }
    this.#running = undefined;
  }

  async #drain(): Promise<void> {
    const { next, counter } = this.#options;
    for (let parcel = next(); parcel !== undefined; parcel = next()) {
      const answer = await this.#attempt(parcel);
      const isAccepted = answer.outcome === 'accepted';
      counter.count(isAccepted ? 'sent' : 'failed', parcel.notifications);
      parcel.settle(answer.outcome);
      this.#tell(answer);
      if (answer.outcome === 'failed') return this.#pause(answer.retryAfterMs);
      this.#failures = 0;
    }
  }

  async #attempt(parcel: Parcel): Promise<Answer> {
    const { outside, timeoutSeconds } = this.#options;
    const { signal, abort } = abortable();
    this.#abort = abort;
    if (this.#isCut) abort();
    const cancel = outside.timers.after(timeoutSeconds * 1000, abort);
    try {
      // Not only `fetch` can take too long: a secret may lie on a file system that does not answer.
      return await Promise.race([this.#post(parcel, signal), untilAborted(signal)]);
    } finally {
      cancel();
    }
  }

  async #post({ body, headers }: Parcel, signal: AbortSignal): Promise<Answer> {
    const { url, outside } = this.#options;
    let credentials: Record<string, string>;
    try {
      credentials = await readCredentials(this.#options, outside.variables);
    } catch (error) {
      return { outcome: 'failed', reason: error instanceof Error ? error.message : String(error) };
    }
    return post(outside.fetch, { url, body, signal, headers: { ...credentials, ...headers } });
  }

  #pause(retryAfterMs = 0): void {
    if (this.#closing !== undefined) return;
    this.#failures += 1;
    const { backOff, outside } = this.#options;
    const own = pauseAfter(this.#failures, backOff, outside.random);
    const pauseMs = Math.max(own, Math.min(retryAfterMs, backOff.mostMs));
    this.#isAwake = false;
    this.#cancelPause = outside.timers.after(pauseMs, () => {
      this.#cancelPause = undefined;
      this.wake();
    });
  }

  #tell(answer: Answer): void {
    const reason = answer.outcome === 'accepted' ? undefined : answer.reason;
    if (reason === this.#told) return;
    this.#told = reason;
    if (reason === undefined) return;
    const then =
      answer.outcome === 'failed' ? 'it is tried again' : 'what was sent is not accepted';
    const { url, onProblem } = this.#options;
    onProblem(new Error(`${shownUrl(url)}: ${reason}; ${then}`));
  }
}

function abortable(): { readonly signal: AbortSignal; readonly abort: () => void } {
  const controller = new AbortController();
  return { signal: controller.signal, abort: () => controller.abort() };
}

function untilAborted(signal: AbortSignal): Promise<Answer> {
  return new Promise((done) => {
    const answer = { outcome: 'failed', reason: 'it did not answer in time' } as const;
    if (signal.aborted) done(answer);
    else signal.addEventListener('abort', () => done(answer), { once: true });
  });
}
