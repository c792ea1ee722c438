import type { AgentEvent, Outcome } from '@turnscope/core';

/** A number from 0 to below 1. */
export type Random = () => number;

/** Who works, and how well. */
export interface Team {
  readonly processTypes: readonly string[];
  readonly models: readonly string[];
  /** Process types of which nobody tells more than their turns. */
  readonly turnsOnly?: readonly string[];
  /** Share of what fails. */
  readonly failing: number;
  /** Mean time of a response; a turn takes ten times as long. */
  readonly seconds: number;
  /** Share of compactions of which nobody tells the time, the sizes, or what survived. */
  readonly untold: number;
}

/** A part of a history. */
export interface Phase {
  readonly minutes: number;
  readonly eventsPerMinute: number;
  readonly team: Team;
  /** Nothing runs, nothing is evaluated. */
  readonly asleep?: boolean;
  /** The exporter begins again at 0. */
  readonly newExporter?: boolean;
  /** Seconds between two evaluations vary by up to this. */
  readonly jitter?: number;
  /** Agents that the source knows to live; default none. */
  readonly agentsLive?: number;
}

/** Makes up what a team does at a time; the same random numbers make the same events. */
export function drawEvent(team: Team, random: Random, at: number): AgentEvent {
  const processType = pick(team.processTypes, random);
  const conversationId = `${processType} ${Math.floor(random() * 3)}`;
  const common = { at, processType, conversationId };
  const kind = random();
  const isTurn = kind < 0.25 || team.turnsOnly?.includes(processType);
  if (isTurn) return { ...common, ...drawTurn(team, random) };
  if (kind < 0.8) return { ...common, ...drawResponse(team, random) };
  if (kind < 0.93) return { ...common, ...drawCompaction(team, random) };
  const reason = random() < 0.5 ? 'crash' : 'hang';
  const outcome = random() < 0.25 ? 'error' : 'success';
  return { type: 'restart', at, processType, reason, outcome };
}

function drawTurn(team: Team, random: Random) {
  const { models, seconds } = team;
  const durationSeconds = random() < 0.9 ? exponential(seconds * 10, random) : undefined;
  const model = pick(models, random);
  return { type: 'turn', model, outcome: drawOutcome(team, random), durationSeconds } as const;
}

function drawResponse(team: Team, random: Random) {
  const { models, seconds } = team;
  const outcome = drawOutcome(team, random);
  return {
    type: random() < 0.2 ? 'exchange' : 'response',
    model: pick(models, random),
    outcome,
    durationSeconds: random() < 0.95 ? exponential(seconds, random) : undefined,
    tokens: {
      input: Math.floor(random() * 100),
      output: Math.floor(random() * 2000),
      cacheRead: Math.floor(random() * 150_000),
      cacheCreation: Math.floor(random() * 9_000),
    },
  } as const;
}

function drawCompaction({ untold }: Team, random: Random) {
  const tokensBefore = 100_000 + Math.floor(random() * 80_000);
  const isTold = () => random() >= untold;
  return {
    type: 'compaction',
    outcome: 'success',
    trigger: random() < 0.3 ? 'manual' : 'auto',
    ...(isTold() && { tokensBefore, tokensAfter: Math.floor(tokensBefore * 1.1 * random()) }),
    ...(isTold() && { durationSeconds: exponential(90, random) }),
    ...(isTold() && { preserved: random() < 0.8 }),
    ...(isTold() && { responsesSincePrevious: Math.floor(random() * 30) }),
  } as const;
}

function drawOutcome({ failing }: Team, random: Random): Outcome {
  const drawn = random();
  if (drawn < failing) return 'error';
  return drawn > 0.95 ? 'interrupted' : 'success';
}

function exponential(mean: number, random: Random): number {
  return -Math.log(1 - random()) * mean;
}

function pick<Value>(values: readonly Value[], random: Random): Value {
  return values[Math.floor(random() * values.length)] as Value;
}
