// What observing a stream costs beyond parsing it. Argument: `pieces` for one with partial messages.

import {
  type AgentMessage,
  MessageDecoder,
  observeMessages,
  StreamObserver,
} from '@turnscope/claude-code';
import { PerformanceMonitor } from '@turnscope/core';
import { interleave, type Variant } from '../harness/interleave.ts';
import { streamLines } from '../stream/stream-lines.ts';

const lines = streamLines(40, process.argv[2] === 'pieces');
const chunk = Buffer.from(lines.map((line) => `${line}\n`).join(''));
const monitor = new PerformanceMonitor();

/** As the SDK does it: each line parsed when the next message is asked for. */
async function* parsed(): AsyncGenerator<AgentMessage> {
  for (const line of lines) yield JSON.parse(line) as AgentMessage;
}

async function readAll(messages: AsyncIterable<AgentMessage>): Promise<void> {
  for await (const { type } of messages) if (type === '') throw new Error('no message');
}

/** Reads the stream as often as that is so many messages. */
function variant(name: string, read: () => void | Promise<void>): Variant {
  return {
    name,
    async run(amount) {
      for (let done = 0; done < amount; done += lines.length) await read();
    },
  };
}

const variants = [
  variant('JSON.parse', () => readAll(parsed())),
  variant('observed', () => readAll(observeMessages(monitor, parsed()))),
  variant('cut and observed', () => {
    const observer = new StreamObserver(monitor);
    const decoder = new MessageDecoder({
      message: (value) => void observer.message(value),
      problem: (reason) => observer.problem(reason),
    });
    for (let at = 0; at < chunk.length; at += 65_536) decoder.push(chunk.subarray(at, at + 65_536));
    decoder.end();
    observer.end();
  }),
];
const options = { amount: lines.length * 4, rounds: 15, base: 'JSON.parse' };
console.log(JSON.stringify(await interleave(variants, options)));
