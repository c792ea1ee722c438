import { describe, expect, it } from '@jest/globals';
import { MessageDecoder } from '../../../src/index.ts';

const first = { type: 'user', session_id: 's1', message: { content: 'a "{" b' } };
const second = { type: 'result', session_id: 's1', usage: { output_tokens: 3 } };
const [a, b] = [JSON.stringify(first), JSON.stringify(second)];

function decode(chunks: readonly Uint8Array[], longestLine?: number) {
  const messages: unknown[] = [];
  const problems: string[] = [];
  const receiver = {
    message: (value: unknown) => messages.push(value),
    problem: (reason: string) => problems.push(reason),
  };
  const decoder = new MessageDecoder(receiver, longestLine);
  for (const chunk of chunks) decoder.push(chunk);
  decoder.end();
  return { messages, problems };
}

describe('a message decoder', () => {
  it.each([
    {
      what: 'a message on each line',
      text: `${a}\n${b}\n`,
      messages: [first, second],
      problems: [],
    },
    {
      what: 'a last line without its newline',
      text: `${a}\n${b}`,
      messages: [first, second],
      problems: [],
    },
    {
      what: 'empty lines and other line ends',
      text: `\n  \r\n${a}\r\n\n${b}\r\n`,
      messages: [first, second],
      problems: [],
    },
    { what: 'nothing', text: '', messages: [], problems: [] },
    {
      what: 'all messages as one array',
      text: `[${a},${b}]\n`,
      messages: [first, second],
      problems: [],
    },
    { what: 'an array of nothing', text: '[]\n', messages: [], problems: [] },
    {
      what: 'what is no message, but JSON',
      text: '"text"\n3\nnull\n',
      messages: ['text', 3, null],
      problems: [],
    },
    {
      what: 'garbage on a line of its own',
      text: `Debugger attached\n${a}\n`,
      messages: [first],
      problems: ['invalid_json'],
    },
    {
      what: 'garbage before a message',
      text: `warning: {x} {"y": 1} ${a}\n${b}\n`,
      messages: [first, second],
      problems: ['invalid_json'],
    },
    {
      what: 'garbage behind a message',
      text: `${a} and more\n${b}\n`,
      messages: [first, second],
      problems: ['invalid_json'],
    },
    {
      what: 'two messages on a line',
      text: `${a}${b}\n`,
      messages: [first, second],
      problems: ['invalid_json'],
    },
    {
      what: 'a message behind half of another',
      text: `${a.slice(0, 40)}${b}\n${a}\n`,
      messages: [second, first],
      problems: ['invalid_json'],
    },
    {
      what: 'half a message',
      text: `${b.slice(0, -1)}\n${a}\n`,
      messages: [first],
      problems: ['invalid_json'],
    },
    {
      what: 'half a message at the end',
      text: `${a}\n${b.slice(0, 30)}`,
      messages: [first],
      problems: ['invalid_json'],
    },
    {
      what: 'many open braces before a message',
      text: `${'{"'.repeat(100)}${a}\n${b}\n`,
      messages: [second],
      problems: ['invalid_json'],
    },
  ])('takes $what', ({ text, messages, problems }) => {
    expect(decode([Buffer.from(text)])).toEqual({ messages, problems });
  });

  it('drops a line that is too long, tells it once, and takes the next', () => {
    const long = JSON.stringify({ ...first, message: { content: 'x'.repeat(500) } });
    const whole = Buffer.from(`${a}\n${long}\n${b}\n`);
    const pieces = Array.from({ length: Math.ceil(whole.length / 7) }, (_, index) =>
      whole.subarray(index * 7, index * 7 + 7),
    );
    const expected = { messages: [first, second], problems: ['too_long'] };
    expect(decode([whole], 200)).toEqual(expected);
    expect(decode(pieces, 200)).toEqual(expected);
  });

  it('holds no more of a line of 50 MB than its limit', () => {
    const chunk = Buffer.alloc(64 * 1024, 'x');
    const before = process.memoryUsage().arrayBuffers;
    let most = 0;
    const messages: unknown[] = [];
    const problems: string[] = [];
    const decoder = new MessageDecoder(
      { message: (value) => messages.push(value), problem: (reason) => problems.push(reason) },
      1024 * 1024,
    );
    for (let bytes = 0; bytes < 50 * 1024 * 1024; bytes += chunk.length) {
      decoder.push(chunk);
      most = Math.max(most, process.memoryUsage().arrayBuffers - before);
    }
    decoder.push(Buffer.from(`\n${a}\n`));
    expect(problems).toEqual(['too_long']);
    expect(messages).toEqual([first]);
    expect(most).toBeLessThan(8 * 1024 * 1024);
  });

  it('takes 32 MB on one line, where nothing else is asked for', () => {
    const large = { ...first, message: { content: 'x'.repeat(31 * 1024 * 1024) } };
    const { messages, problems } = decode([Buffer.from(`${JSON.stringify(large)}\n`)]);
    expect(messages).toHaveLength(1);
    expect(problems).toEqual([]);
    expect(decode([Buffer.alloc(33 * 1024 * 1024, 'x')]).problems).toEqual(['too_long']);
  });

  it('goes on with a new line after an end', () => {
    const messages: unknown[] = [];
    const decoder = new MessageDecoder({
      message: (value) => messages.push(value),
      problem: () => {},
    });
    decoder.push(Buffer.from(a.slice(0, 20)));
    decoder.end();
    decoder.push(Buffer.from(`${b}\n`));
    expect(messages).toEqual([second]);
  });
});
