import type { AgentEvent, Outcome } from '@turnscope/core';
import { pseudoRandom } from './day-of-work.ts';

/** How things are going: factors and shares by which work differs from a good day. */
export interface Mood {
  /** Responses take so many times as long. */
  readonly slowness: number;
  /** Share of responses that fail, and half as many turns. */
  readonly failing: number;
  /** Part of the context that a compaction keeps, in the mean. */
  readonly kept: number;
  /** Share of compactions that come right after another. */
  readonly rapid: number;
  /** Restarts in an hour by a supervisor. */
  readonly restarts: number;
}

export const goodMood: Mood = {
  slowness: 1,
  failing: 0.008,
  kept: 0.3,
  rapid: 0.05,
  restarts: 0.3,
};

/** A role, and what its agents are like on a good day. */
interface Role {
  readonly processType: string;
  readonly model: string;
  readonly turnsPerMinute: number;
  readonly responsesOfTurn: number;
  /** Median, in seconds. */
  readonly responseSeconds: number;
  readonly baseContext: number;
  readonly dollarsPerResponse: number;
}

const roles: readonly Role[] = [
  {
    processType: 'strategic',
    model: 'claude-opus-4-6',
    turnsPerMinute: 0.6,
    responsesOfTurn: 6,
    responseSeconds: 11,
    baseContext: 70_000,
    dollarsPerResponse: 0.09,
  },
  {
    processType: 'tactical',
    model: 'claude-sonnet-4-6',
    turnsPerMinute: 1.6,
    responsesOfTurn: 5,
    responseSeconds: 5.5,
    baseContext: 55_000,
    dollarsPerResponse: 0.03,
  },
  {
    processType: 'subagent',
    model: 'claude-haiku-4-5',
    turnsPerMinute: 1.1,
    responsesOfTurn: 3,
    responseSeconds: 2.4,
    baseContext: 24_000,
    dollarsPerResponse: 0.004,
  },
];

const tools = ['Bash', 'Read', 'Edit', 'Grep', 'Task', 'WebFetch', 'mcp'] as const;
const retryReasons = ['overloaded', 'rate_limit', 'server_error', 'connection'] as const;

/** Makes up what agents of three roles do, every kind of event among it; the same seed makes the same. MUTABLE. */
export class AgentsAtWork {
  readonly #random: () => number;
  #conversations = 0;

  constructor(seed: number) {
    this.#random = pseudoRandom(seed);
  }

  /** What happens in so many seconds that end at a time: epoch milliseconds. */
  *play(seconds: number, mood: Mood, at: number): Generator<AgentEvent> {
    const minutes = seconds / 60;
    for (const role of roles) {
      for (let left = role.turnsPerMinute * minutes; this.#isDue(left); left -= 1) {
        yield* this.#turn(role, mood, at);
      }
      const compactions = role.processType === 'subagent' ? 0.03 : 0.14;
      if (this.#random() < compactions * minutes * (1 + 4 * mood.rapid)) {
        yield this.#compaction(role, mood, at);
      }
    }
    if (this.#random() < (mood.restarts / 60) * minutes) yield* this.#restart(mood, at);
    if (this.#random() < 0.08 * minutes) yield* this.#life(at);
  }

  *#turn(role: Role, mood: Mood, at: number): Generator<AgentEvent> {
    const { processType, model } = role;
    const conversationId = `${processType} ${this.#conversations + Math.floor(this.#random() * 6)}`;
    const common = { at, processType, conversationId };
    const responses = 1 + Math.floor(this.#spread(role.responsesOfTurn, 0.5));
    let durationSeconds = 0;
    for (let index = 0; index < responses; index += 1) {
      const response = this.#response(role, mood);
      durationSeconds += response.durationSeconds + this.#spread(4, 1);
      yield { ...common, ...response };
      if (this.#random() < 0.8) yield { ...common, ...this.#toolCall() };
      if (this.#random() < 0.01 + mood.failing) {
        yield { ...common, type: 'retry', reason: this.#pick(retryReasons) };
      }
    }
    const initiator = this.#random() < 0.12 ? 'task' : 'user';
    yield {
      ...common,
      type: 'turn',
      model,
      initiator,
      responses,
      durationSeconds,
      activeDurationSeconds: durationSeconds * 0.8,
      outcome: this.#outcome(mood.failing / 2),
    };
  }

  #response({ model, responseSeconds, baseContext, dollarsPerResponse }: Role, mood: Mood) {
    const durationSeconds = this.#spread(responseSeconds * mood.slowness, 0.55);
    const contextTokens = Math.round(baseContext * (0.4 + 1.7 * this.#random()));
    const cacheRead = Math.round(contextTokens * (this.#random() < 0.06 ? 0.1 : 0.94));
    return {
      type: 'response',
      model,
      outcome: this.#outcome(mood.failing),
      durationSeconds,
      timeToFirstTokenSeconds: Math.min(durationSeconds, this.#spread(0.9 * mood.slowness, 0.4)),
      contextTokens,
      tokens: {
        input: 40 + Math.floor(this.#random() * 400),
        output: Math.round(this.#spread(responseSeconds * 60, 0.6)),
        cacheRead,
        cacheCreation: contextTokens - cacheRead,
      },
      costUsd: this.#spread(dollarsPerResponse, 0.4),
      untrustedOutput: this.#random() < 0.01,
    } as const;
  }

  #toolCall() {
    const tool = this.#pick(tools);
    const outcome = this.#outcome(tool === 'Bash' ? 0.08 : 0.015);
    const durationSeconds = this.#spread(tool === 'Bash' || tool === 'Task' ? 9 : 0.4, 1.1);
    return { type: 'tool-call', tool, outcome, durationSeconds } as const;
  }

  #compaction({ processType, baseContext }: Role, mood: Mood, at: number): AgentEvent {
    const tokensBefore = Math.round(baseContext * (2 + 0.3 * this.#random()));
    const kept = Math.min(1, this.#spread(mood.kept, 0.2));
    const isRapid = this.#random() < mood.rapid;
    return {
      type: 'compaction',
      at,
      processType,
      conversationId: `${processType} ${this.#conversations}`,
      trigger: this.#random() < 0.2 ? 'manual' : 'auto',
      outcome: this.#outcome(0.02),
      tokensBefore,
      tokensAfter: Math.round(tokensBefore * kept),
      durationSeconds: this.#spread(48 * Math.sqrt(mood.slowness), 0.4),
      preserved: this.#random() < 0.93,
      responsesSincePrevious: isRapid ? 4 : 60 + Math.floor(this.#random() * 90),
    };
  }

  *#restart(mood: Mood, at: number): Generator<AgentEvent> {
    const processType = this.#random() < 0.7 ? 'tactical' : 'strategic';
    const reason = this.#random() < 0.7 ? 'crash' : 'hang';
    const outcome = this.#random() < (mood.restarts > 2 ? 0.35 : 0.05) ? 'error' : 'success';
    yield { type: 'process-exit', at, processType, reason };
    yield { type: 'restart', at, processType, reason, outcome };
    yield this.#start('restart', processType, at);
  }

  /** A conversation ends, and with it a process; others begin. */
  *#life(at: number): Generator<AgentEvent> {
    const { processType } = this.#pick(roles);
    const conversationId = `${processType} ${this.#conversations}`;
    yield { type: 'conversation-end', at, conversationId };
    yield { type: 'process-exit', at, processType, reason: 'clean' };
    this.#conversations += 1;
    yield this.#start(this.#random() < 0.3 ? 'resume' : 'fresh', processType, at);
  }

  #start(kind: 'fresh' | 'resume' | 'restart', processType: string, at: number): AgentEvent {
    return { type: 'process-start', at, processType, kind, startupSeconds: this.#spread(1.4, 0.5) };
  }

  #outcome(failing: number): Outcome {
    const drawn = this.#random();
    if (drawn < failing) return 'error';
    return drawn > 0.975 ? 'interrupted' : 'success';
  }

  #isDue(left: number): boolean {
    return this.#random() < left;
  }

  /** Log-normal: half lie below the median, few far above. */
  #spread(median: number, sigma: number): number {
    const radius = Math.sqrt(-2 * Math.log(1 - this.#random()));
    return median * Math.exp(sigma * radius * Math.cos(2 * Math.PI * this.#random()));
  }

  #pick<Value>(values: readonly Value[]): Value {
    return values[Math.floor(this.#random() * values.length)] as Value;
  }
}
