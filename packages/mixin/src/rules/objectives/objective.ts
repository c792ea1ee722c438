import type { Expression, MetricDefinition } from '@turnscope/core';
import { metric } from '../../metric.ts';

/** What an objective can be stated for. */
export type ObjectiveName = 'completion' | 'response_latency';

/** Shares of what must go well over 30 days, by what. */
export type Objectives = Readonly<Record<ObjectiveName, number>>;

/** DESIGN.md, section 7. */
export const statedObjectives: Objectives = { completion: 0.99, response_latency: 0.95 };

/** What counts for an objective, and what of it is bad. */
export interface ObjectiveDefinition {
  readonly name: ObjectiveName;
  readonly alert: string;
  readonly bad: Expression;
  readonly all: Expression;
  readonly summary: string;
  /** What of what is bad, behind a share of it. */
  readonly failure: string;
  /** The uid of the dashboard that shows it. */
  readonly dashboard: string;
}

const turns = metric('turns_total');
const zones = metric('response_latency_zone_total');

export const objectiveDefinitions: readonly ObjectiveDefinition[] = [
  {
    name: 'completion',
    alert: 'TurnscopeCompletionBurn',
    bad: increase(turns, 'outcome', ['error']),
    // An interrupt is a person's wish, neither good nor bad.
    all: increase(turns, 'outcome', ['success', 'error']),
    summary: 'Turns of {of} agents fail faster than their objective allows.',
    failure: 'turns of {of} agents failed',
    dashboard: 'turnscope-turns',
  },
  {
    name: 'response_latency',
    alert: 'TurnscopeResponseLatencyBurn',
    bad: increase(zones, 'zone', ['frustrated']),
    all: increase(zones, 'zone', ['satisfied', 'tolerating', 'frustrated']),
    summary: 'Responses to {of} agents are too slow more often than their objective allows.',
    failure: 'responses to {of} agents took longer than their critical limit',
    dashboard: 'turnscope-latency',
  },
];

function increase(counter: MetricDefinition, label: string, values: readonly string[]): Expression {
  const operand = { metric: counter, where: { [label]: values }, over: 'sum' } as const;
  return { kind: 'increase', operand, part: 'value' };
}
