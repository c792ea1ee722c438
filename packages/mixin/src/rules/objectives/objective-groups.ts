import type { MixinOptions } from '../../mixin-options.ts';
import { binary, number, type Promql, selector } from '../../promql/promql.ts';
import { expressionQuery } from '../../promql/signal-query.ts';
import { writePromql } from '../../promql/write-promql.ts';
import { linksTo } from '../alert-links.ts';
import { fillTemplates } from '../alert-text.ts';
import { durationText } from '../duration.ts';
import type { AlertRule, RecordingRule, RuleGroup } from '../rule.ts';
import { type BurnRate, budgetDays, burnRates, failingShare, leastSamples } from './burn-rates.ts';
import { type ObjectiveDefinition, objectiveDefinitions, statedObjectives } from './objective.ts';

/** Objectives are the fleet's: one exporter alone has too few turns to burn anything. */
const by = ['job', 'process_type'];

/** Ranges of days cost Prometheus much and change little in 15 s; the quickest of these alerts waits two minutes anyway. */
const interval = '1m';

/** A group for each objective: its shares of failures over all windows, and an alert for each burn rate. */
export function objectiveGroups(options: MixinOptions): readonly RuleGroup[] {
  const objectives = { ...statedObjectives, ...options.objectives };
  return objectiveDefinitions.map((definition) => ({
    name: `turnscope_objective_${definition.name}`,
    interval,
    rules: [
      ...recordsOf(definition, options),
      ...burnRates.map((rate) => alertOf(definition, objectives[definition.name], rate, options)),
    ],
  }));
}

function recordsOf(
  definition: ObjectiveDefinition,
  options: MixinOptions,
): readonly RecordingRule[] {
  const { bad: numerator, all: denominator } = definition;
  const windows = [...new Set(burnRates.flatMap(({ short, long }) => [short, long]))];
  const shares = windows.map((window) => ({
    record: shareName(definition, window),
    query: expressionQuery({ kind: 'ratio', numerator, denominator }, { by, window }, options),
  }));
  const samples = burnRates.map(({ long: window }) => ({
    record: countName(definition, window),
    query: expressionQuery(denominator, { by, window }, options),
  }));
  return [...shares, ...samples].flatMap(({ record, query }) =>
    query ? [{ record, expr: writePromql(query) }] : [],
  );
}

function alertOf(
  definition: ObjectiveDefinition,
  objective: number,
  rate: BurnRate,
  options: MixinOptions,
): AlertRule {
  const share = failingShare(definition.name, objective, rate);
  const { factor, long, short, severity } = rate;
  const days = Number((budgetDays / factor).toFixed(1));
  const description = `{value} of the ${definition.failure} over ${long}, more than ${percent(share)}. At this pace what the objective of ${percent(objective)} allows in ${budgetDays} days is spent in ${days} days.`;
  return {
    alert: definition.alert,
    expr: writePromql(conditionOf(definition, rate, share)),
    for: durationText(rate.forSeconds),
    keep_firing_for: durationText(rate.keepFiringForSeconds),
    labels: { severity, long_window: long, short_window: short },
    annotations: {
      ...fillTemplates({ summary: definition.summary, description }, templates),
      ...linksTo(definition.alert, definition.dashboard, by, options),
    },
  };
}

const templates = {
  of: '{{ $labels.process_type }}',
  value: '{{ $value | humanizePercentage }}',
};

function conditionOf(definition: ObjectiveDefinition, rate: BurnRate, share: number): Promql {
  const beyond = (window: string) =>
    binary(selector(shareName(definition, window)), '>', number(share));
  const samples = selector(countName(definition, rate.long));
  const enough = binary(samples, '>=', number(leastSamples(share)));
  return binary(binary(beyond(rate.long), 'and', beyond(rate.short)), 'and', enough);
}

function shareName({ name }: ObjectiveDefinition, window: string): string {
  return `process_type:turnscope_${name}_failures:ratio_rate${window}`;
}

function countName({ name }: ObjectiveDefinition, window: string): string {
  return `process_type:turnscope_${name}_objective_samples:increase${window}`;
}

function percent(share: number): string {
  return `${Number((share * 100).toPrecision(12))} %`;
}
