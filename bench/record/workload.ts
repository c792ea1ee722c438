import type { Outcome } from '@turnscope/core';
import { pseudoRandom } from '../harness/pseudo-random.ts';

/** An exchange as a program has it at hand: everything known, with its own time. */
export interface Exchange {
  readonly conversationId: string;
  readonly processType: string;
  readonly model: string;
  readonly outcome: Outcome;
  /** Absent for one that happens now. */
  readonly at: number | undefined;
  readonly durationSeconds: number;
  readonly contextTokens: number;
  readonly tokens: {
    readonly input: number;
    readonly output: number;
    readonly cacheRead: number;
    readonly cacheCreation: number;
  };
}

const processTypes = ['strategic', 'tactical', 'subagent', 'compaction'];
const models = ['claude-opus-5', 'claude-sonnet-5', 'claude-haiku-5', 'claude-opus-4-5'];
const outcomes = ['success', 'success', 'success', 'success', 'error', 'interrupted'] as const;

/** Now: what is history is recorded twice. All durations are within their limits, so no variant counts breaches. */
const firstAt = Date.now();

/**
 * Mixed: each exchange of another process type, model and outcome, the worst case. Session: long runs
 * of one process type and model, what a real agent does. The same exchanges at every run.
 */
export function exchanges(kind: 'mixed' | 'session', count: number): readonly Exchange[] {
  const random = pseudoRandom(20261123);
  const run = kind === 'mixed' ? 1 : 500;
  const pick = <T>(items: readonly T[]) => items[Math.floor(random() * items.length)] as T;
  const result: Exchange[] = [];
  let [processType, model, conversationId] = ['tactical', 'claude-sonnet-5', 'conversation-0'];
  for (let index = 0; index < count; index += 1) {
    if (index % run === 0) {
      processType = pick(processTypes);
      model = pick(models);
      conversationId = `conversation-${Math.floor(random() * 64)}`;
    }
    result.push({
      conversationId,
      processType,
      model,
      outcome: pick(outcomes),
      at: firstAt + index,
      durationSeconds: Math.exp(1.7 + random() * 1.5 - 0.75),
      contextTokens: Math.floor(20_000 + random() * 140_000),
      tokens: {
        input: Math.floor(random() * 1_000),
        output: Math.floor(random() * 2_000),
        cacheRead: Math.floor(random() * 150_000),
        cacheCreation: Math.floor(random() * 5_000),
      },
    });
  }
  return result;
}

/** The same exchanges, happening now. */
export function happeningNow(work: readonly Exchange[]): readonly Exchange[] {
  return work.map((exchange) => ({ ...exchange, at: undefined }));
}
