import type { StreamObserver } from './stream-observer.ts';
import { wasAborted } from './was-aborted.ts';

/** Without a value of the source's own where it could not be told to return one. */
type Step<Message, Return> = Promise<IteratorResult<Message, Return | undefined>>;

/**
 * The messages of `source` as they are, seen by an observer on their way. Each call goes to the source at
 * once and what it answers or throws comes back; nothing is read ahead.
 */
export class ObservedMessages<Message, Return, Next>
  implements AsyncGenerator<Message, Return | undefined, Next>
{
  readonly #source: AsyncIterator<Message, Return, Next>;
  readonly #observer: StreamObserver;
  /** How often the reader has left. */
  #departures = 0;

  constructor(source: AsyncIterator<Message, Return, Next>, observer: StreamObserver) {
    this.#source = source;
    this.#observer = observer;
  }

  next(...values: [] | [Next]): Step<Message, Return> {
    return this.#observe(() => this.#source.next(...values));
  }

  /** The caller reads no further: an open turn ends as interrupted. */
  return(value?: Return | PromiseLike<Return>): Step<Message, Return> {
    this.#leave();
    const { return: goOn } = this.#source;
    if (goOn !== undefined) return this.#observe(() => goOn.call(this.#source, value));
    return Promise.resolve(value).then((last) => ({ done: true, value: last }));
  }

  /** The caller fails: an open turn ends as interrupted. */
  throw(error: unknown): Step<Message, Return> {
    this.#leave();
    const { throw: goOn } = this.#source;
    if (goOn !== undefined) return this.#observe(() => goOn.call(this.#source, error));
    return this.return().then(() => Promise.reject(error));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.return();
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  #leave(): void {
    this.#departures += 1;
    this.#observer.end('interrupted');
  }

  /** What was asked for before the reader left comes when its turn has ended, and is not to begin another. */
  async #observe(step: () => Promise<IteratorResult<Message, Return>>): Step<Message, Return> {
    const departures = this.#departures;
    const isAwaited = () => departures === this.#departures;
    try {
      const result = await step();
      if (isAwaited()) this.#see(result);
      return result;
    } catch (error) {
      if (isAwaited()) this.#observer.end(wasAborted(error) ? 'interrupted' : 'error');
      throw error;
    }
  }

  #see(result: IteratorResult<Message, Return>): void {
    if (result.done) this.#observer.end();
    else this.#observer.message(result.value);
  }
}
