/** A rule that records the result of a query under a name, as Prometheus reads it. */
export interface RecordingRule {
  readonly record: string;
  readonly expr: string;
}

/** A rule that alerts on each result of a query, as Prometheus reads it. */
export interface AlertRule {
  readonly alert: string;
  readonly expr: string;
  readonly for: string;
  readonly keep_firing_for?: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
}

type Rule = RecordingRule | AlertRule;

/** Rules that are evaluated one after the other, at the same time of the samples. */
export interface RuleGroup {
  readonly name: string;
  /** How often; without, as often as Prometheus evaluates everything. */
  readonly interval?: string;
  readonly rules: readonly Rule[];
}

/** The rules of these groups that alert, in their order. */
export function alertRulesOf(groups: readonly RuleGroup[]): readonly AlertRule[] {
  return groups.flatMap(({ rules }) => rules.filter((rule) => 'alert' in rule));
}
