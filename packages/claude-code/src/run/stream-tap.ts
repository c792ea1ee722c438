import type { StreamObserver } from '../stream/observe/stream-observer.ts';
import { MessageDecoder } from '../stream/read/message-decoder.ts';

const blank = /^\s*$/;
const messageStart = /^\s*[{[]/;

/**
 * Looks at what a command writes and measures it when it is stream-json, which its first character tells.
 * Anything else it lets be. MUTABLE.
 */
export class StreamTap {
  readonly #observer: StreamObserver;
  #take: (chunk: Buffer) => void;
  #end = () => {};

  constructor(observer: StreamObserver) {
    this.#observer = observer;
    this.#take = (chunk) => this.#decide(chunk);
  }

  push(chunk: Buffer): void {
    this.#take(chunk);
  }

  /** Nothing more will come. `wasAsked`: somebody wanted the command to end. */
  end(wasAsked: boolean): void {
    this.#end();
    this.#observer.end(wasAsked ? 'interrupted' : undefined);
  }

  #decide(chunk: Buffer): void {
    const start = chunk.subarray(0, 256).toString('utf8');
    if (blank.test(start)) return;
    this.#take = () => {};
    if (!messageStart.test(start)) return;
    const observer = this.#observer;
    const decoder = new MessageDecoder({
      message: (value) => void observer.message(value),
      problem: (reason) => observer.problem(reason),
    });
    this.#end = () => decoder.end();
    this.#take = (bytes) => decoder.push(bytes);
    decoder.push(chunk);
  }
}
