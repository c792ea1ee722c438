import { describe, expect, it } from '@jest/globals';
import { PerformanceMonitor } from '@turnscope/core';
import fc from 'fast-check';
import {
  type AgentMessage,
  MessageDecoder,
  observeMessages,
  StreamTranslator,
} from '../../src/index.ts';
import {
  answer,
  boundary,
  haiku,
  init,
  result,
  toolResult,
  useTool,
} from '../fixtures/stream-messages.ts';
import { eventsOf, factsOfEvents, sumBy } from '../support/facts.ts';
import { oddBytes, oddMessage } from '../support/message-arbitraries.ts';
import { openStream, second } from '../support/play-stream.ts';

// fast-check prints the seed and the path of a counterexample; `fc.assert(…, { seed, path })` repeats it.

const problems = ['not_an_object', 'missing_field'];

function cut(bytes: Buffer, sizes: readonly number[]): readonly Buffer[] {
  const chunks: Buffer[] = [];
  let start = 0;
  for (const size of sizes) {
    chunks.push(bytes.subarray(start, start + size));
    start += size;
  }
  return [...chunks, bytes.subarray(start)];
}

/** What a decoder makes of the chunks, whose memory is used again afterwards. */
function decode(chunks: readonly Buffer[], longestLine: number): readonly string[] {
  const told: string[] = [];
  const decoder = new MessageDecoder(
    {
      message: (value) => told.push(`message ${JSON.stringify(value)}`),
      problem: (reason) => told.push(reason),
    },
    longestLine,
  );
  for (const chunk of chunks) {
    const reused = Buffer.from(chunk);
    decoder.push(reused);
    reused.fill('x');
  }
  decoder.end();
  return told;
}

const sizes = fc.array(fc.nat({ max: 50 }), { maxLength: 30 });

describe('whatever the bytes are', () => {
  it('they give the same messages and problems however they are cut', () => {
    fc.assert(
      fc.property(oddBytes, sizes, fc.constantFrom(60, 1_000_000), (bytes, pieces, longest) => {
        expect(decode(cut(bytes, pieces), longest)).toEqual(decode([bytes], longest));
      }),
      { numRuns: 500 },
    );
  });

  it('a message on a line of its own is found among them', () => {
    const message = { type: 'result', session_id: 's1', result: 'a "{" b' };
    fc.assert(
      fc.property(oddBytes, oddBytes, (before, after) => {
        const line = Buffer.from(`\n${JSON.stringify(message)}\n`);
        const told = decode([before, line, after], 1_000_000);
        expect(told).toContain(`message ${JSON.stringify(message)}`);
      }),
      { numRuns: 200 },
    );
  });
});

describe('whatever the messages are', () => {
  it('no event is wrong, nothing throws, and what is not understood is told in few words', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat({ max: 9000 }), oddMessage), { maxLength: 40 }),
        (arrivals) => {
          const monitor = new PerformanceMonitor({ strict: true });
          const told: string[] = [];
          const { record } = monitor.enableSource('stream');
          const translator = new StreamTranslator({
            record,
            parseError: (reason) => told.push(reason),
          });
          let now = second(0);
          for (const [pause, message] of arrivals) {
            now += pause;
            translator.translate(message, now);
          }
          translator.end(now, 'interrupted');
          expect(translator.isWorking).toBe(false);
          expect(problems).toEqual(expect.arrayContaining(told));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('they come through unchanged and in their order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(oddMessage, { maxLength: 20 }), async (messages) => {
        const monitor = new PerformanceMonitor();
        const source = typed(messages);
        const passed: unknown[] = [];
        for await (const message of observeMessages(monitor, source)) passed.push(message);
        expect(passed).toHaveLength(messages.length);
        for (const [index, message] of passed.entries()) expect(message).toBe(messages[index]);
      }),
      { numRuns: 100 },
    );
  });
});

/** Nobody checks at run time what a stream holds. */
async function* typed(messages: readonly unknown[]): AsyncGenerator<AgentMessage> {
  for (const message of messages) yield message as AgentMessage;
}

describe('the blocks of responses, in any order and repeated', () => {
  // A response belongs to one chain.
  const response = fc.constantFrom(
    { id: 'm1', chain: {} },
    { id: 'm2', chain: {} },
    { id: 'm3', chain: {} },
    { id: 'a1', chain: { parent: 't1' } },
    { id: 'a2', chain: { parent: 't1' } },
  );
  const tokens = fc.record({ input: fc.nat({ max: 100 }), output: fc.nat({ max: 100 }) });
  const block = fc.tuple(response, tokens).map(([one, counts]) => ({ ...one, ...counts }));

  it('count each response once, with the largest of each token count', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 30 }), (blocks) => {
        const { translator, delivery } = openStream({ processType: 'tactical' });
        for (const [at, { id, chain, ...counts }] of blocks.entries()) {
          translator.translate(answer(id, { ...counts, ...chain }), second(at));
        }
        translator.end(second(100), 'error');
        const largest = largestOf(blocks);
        expect(eventsOf(delivery.events, 'response')).toHaveLength(largest.length);
        const counts = largest.flatMap((each) => Object.entries(each));
        expect(factsOfEvents(delivery.events).tokens).toEqual(sumBy(counts, (entry) => entry));
      }),
      { numRuns: 300 },
    );
  });
});

interface Counts {
  readonly input: number;
  readonly output: number;
}

/** The largest counts of each id. */
function largestOf(blocks: readonly (Counts & { readonly id: string })[]): readonly Counts[] {
  const largest = new Map<string, Counts>();
  for (const { id, ...counts } of blocks) {
    const { input, output } = largest.get(id) ?? counts;
    largest.set(id, {
      input: Math.max(input, counts.input),
      output: Math.max(output, counts.output),
    });
  }
  return [...largest.values()];
}

describe('the same stream, cut anywhere', () => {
  const messages = [
    init(),
    useTool('m1', 'Bash', 't1', { input: 3, output: 1 }),
    toolResult('t1', { content: 'Größe ✓ {"' }),
    answer('a1', { model: haiku, output: 7, parent: 't2' }),
    boundary({ duration_ms: 9000 }),
    answer('m2', { cacheRead: 40_000, output: 9, stop: 'end_turn' }),
    result({ total_cost_usd: 0.5 }),
  ];
  const bytes = Buffer.from(messages.map((message) => `${JSON.stringify(message)}\n`).join(''));

  function eventsOfChunks(chunks: readonly Buffer[]) {
    const { translator, delivery } = openStream();
    let seconds = 0;
    const decoder = new MessageDecoder({
      message: (value) => {
        seconds += 1;
        translator.translate(value, second(seconds));
      },
      problem: (reason) => delivery.parseErrors.push(reason),
    });
    for (const chunk of chunks) decoder.push(chunk);
    decoder.end();
    return delivery;
  }

  it('gives the same events', () => {
    const whole = eventsOfChunks([bytes]);
    expect(whole.parseErrors).toEqual([]);
    expect(whole.events).toHaveLength(9);
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 400 }), { maxLength: 20 }), (pieces) => {
        expect(eventsOfChunks(cut(bytes, pieces))).toEqual(whole);
      }),
    );
  });
});
