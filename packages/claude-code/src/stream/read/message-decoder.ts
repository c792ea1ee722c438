import { type LineReceiver, LineSplitter } from '../../transcripts/read/line-splitter.ts';
import { decodeMessages } from './decode-messages.ts';

/** Why bytes are no message. Few fixed words: they become a label. */
export type DecodingProblem = 'invalid_json' | 'too_long';

/** Takes what a decoder finds, in the order of the stream. */
export interface MessageReceiver {
  /** A JSON value that stands where a message should: an object, if all is well. */
  message(value: unknown): void;
  /** A piece of the stream that is no message. */
  problem(reason: DecodingProblem): void;
}

/** The largest that a process writes by itself are results of tools with images and documents in them. */
const longestLineByDefault = 32 * 1024 * 1024;
const newline = Buffer.from('\n');

/**
 * Cuts the output of `--output-format stream-json` into messages. MUTABLE: holds at most one unfinished
 * line of at most `longestLine` bytes, and drops what is longer as it comes. How the bytes are cut into
 * chunks makes no difference. Throws only what the receiver throws.
 */
export class MessageDecoder {
  readonly #splitter: LineSplitter;
  readonly #lines: LineReceiver;

  constructor(receiver: MessageReceiver, longestLine = longestLineByDefault) {
    this.#splitter = new LineSplitter(longestLine);
    this.#lines = {
      line: (bytes) => take(bytes.toString('utf8').trim(), receiver),
      tooLong: () => receiver.problem('too_long'),
    };
  }

  /** Takes the next bytes; the chunk may be reused afterwards. */
  push(chunk: Uint8Array): void {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    this.#splitter.push(bytes, this.#lines);
  }

  /** The stream is over: takes a last line that lacks its newline. What is pushed next begins a line. */
  end(): void {
    this.#splitter.push(newline, this.#lines);
  }
}

function take(text: string, receiver: MessageReceiver): void {
  if (text === '') return;
  const { values, broken } = decodeMessages(text);
  for (const value of values) receiver.message(value);
  if (broken) receiver.problem('invalid_json');
}
