import { describe, expect, it } from '@jest/globals';
import { type Line, type Message, parseLines, readFiles, setStage } from './demo-stage.ts';

/** Main-chain lines of an hour, by the model that answers in their file. */
async function playAnHour(model: string): Promise<Line[][]> {
  const { folder, play } = await setStage();
  await play(0);
  await play(3_600);
  const conversations = [...(await readFiles(folder)).values()].map(parseLines);
  return conversations.filter((lines) => lines.some((line) => line.message?.model === model));
}

function quantile(values: readonly number[], q: number): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length * q)] ?? Number.NaN;
}

/** Seconds from the nearest user line to the last line of each response. */
function latencies(lines: readonly Line[]): number[] {
  const spans = new Map<string, number>();
  let askedAt = Number.NaN;
  for (const { type, timestamp, message } of lines) {
    const at = Date.parse(timestamp) / 1_000;
    if (type === 'user') askedAt = at;
    if (type === 'assistant' && message !== undefined) spans.set(message.id, at - askedAt);
  }
  return [...spans.values()];
}

describe('an hour of the demo', () => {
  it.each([
    { role: 'tactical', model: 'claude-sonnet-4-6', from: 4, to: 8 },
    { role: 'strategic', model: 'claude-opus-4-6', from: 10, to: 15 },
    { role: 'subagent', model: 'claude-haiku-4-5-20251001', from: 1, to: 4 },
  ])('has $role responses of $from to $to seconds', async ({ model, from, to }) => {
    const conversations = await playAnHour(model);
    const median = quantile(conversations.flatMap(latencies), 0.5);
    expect(median).toBeGreaterThan(from);
    expect(median).toBeLessThan(to);
  });

  it('has a compaction every few minutes, each leaving about 0.3 of the context', async () => {
    const lines = (await playAnHour('claude-sonnet-4-6')).flat();
    const ratios = lines.flatMap(({ compactMetadata }, index) => {
      const next = lines.slice(index).find((line) => line.type === 'assistant')?.message?.usage;
      if (compactMetadata === undefined || next === undefined) return [];
      const after = next.cache_read_input_tokens + next.cache_creation_input_tokens;
      return [after / compactMetadata.preTokens];
    });
    expect(ratios.length).toBeGreaterThan(20);
    expect(Math.min(...ratios)).toBeGreaterThan(0.2);
    expect(Math.max(...ratios)).toBeLessThan(0.4);
  });

  it('keeps every context in a window of 200,000 tokens, most of it read from the cache', async () => {
    const lines = (await playAnHour('claude-sonnet-4-6')).flat();
    const usages = lines.flatMap(({ type, message }) =>
      type === 'assistant' && message !== undefined ? [message.usage] : [],
    );
    const contexts = usages.map(
      (usage) =>
        usage.input_tokens + usage.cache_read_input_tokens + usage.cache_creation_input_tokens,
    );
    expect(Math.max(...contexts)).toBeLessThan(200_000);
    expect(quantile(contexts, 0)).toBeGreaterThanOrEqual(0);
    for (const usage of usages)
      expect(Math.min(...Object.values(usage).filter(isCount))).toBeGreaterThanOrEqual(0);
    const read = usages.reduce((sum, usage) => sum + usage.cache_read_input_tokens, 0);
    expect(read / contexts.reduce((sum, context) => sum + context, 0)).toBeGreaterThan(0.8);
  });

  it('repeats the usage on each line of a response, the output growing to the last', async () => {
    const lines = (await playAnHour('claude-opus-4-6')).flat();
    const groups = new Map<string, Message[]>();
    for (const { type, message } of lines) {
      if (type !== 'assistant' || message === undefined) continue;
      groups.set(message.id, [...(groups.get(message.id) ?? []), message]);
    }
    for (const messages of groups.values()) {
      const outputs = messages.map(({ usage }) => usage.output_tokens);
      expect(outputs).toEqual([...outputs].sort((a, b) => a - b));
      expect(new Set(messages.map(({ usage }) => usage.cache_read_input_tokens)).size).toBe(1);
      const reasons = messages.map((message) => message.stop_reason);
      expect(reasons.at(-1)).toEqual(expect.any(String));
      expect(reasons.slice(0, -1).every((reason) => reason === null)).toBe(true);
    }
    expect([...groups.values()].some((group) => group.length > 2)).toBe(true);
  });
});

function isCount(value: unknown): value is number {
  return typeof value === 'number';
}
