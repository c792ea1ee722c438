import type { EventLabels } from '@turnscope/core';
import { textMatcher } from './text-matcher.ts';

/**
 * Gives a label of the user's a value. A rule applies when everything it states matches; a pattern
 * with `*` describes the whole text, one without stands anywhere in it.
 */
export interface LabelRule {
  /** Folder the agent works in. */
  readonly folder?: string | undefined;
  /** How Claude Code was started: `cli`, `sdk-ts`, … */
  readonly entrypoint?: string | undefined;
  /** Model, for example `claude-opus-*`. */
  readonly model?: string | undefined;
  readonly value: string;
}

/** The rules of each label, by its name: the first that applies gives the value, else it is `other`. */
export type LabelRules = Readonly<Record<string, readonly LabelRule[]>>;

/** What is known of some work when it is attributed. */
interface AttributedWork {
  readonly folder: string | undefined;
  readonly entrypoint: string | undefined;
  readonly model: string | undefined;
}

/** The labels of some work: one object for each combination of values, of which there are few. */
export type LabelsOf = (work: AttributedWork) => EventLabels;

/** Undefined where there are no rules. */
export function labelsOf(rules: LabelRules): LabelsOf | undefined {
  const names = Object.keys(rules);
  if (names.length === 0) return undefined;
  const choosers = Object.values(rules).map(compile);
  const combinations = new Map<string, EventLabels>();
  return (work) => {
    const values = choosers.map((choose) => choose(work));
    const key = JSON.stringify(values);
    const known = combinations.get(key);
    if (known !== undefined) return known;
    const labels = Object.fromEntries(names.map((name, at) => [name, values[at] ?? other]));
    combinations.set(key, labels);
    return labels;
  };
}

const other = 'other';

function compile(rules: readonly LabelRule[]): (work: AttributedWork) => string {
  const compiled = rules.map((rule) => ({
    folder: textMatcher(rule.folder),
    entrypoint: textMatcher(rule.entrypoint),
    model: textMatcher(rule.model),
    value: rule.value,
  }));
  return (work) =>
    compiled.find(
      ({ folder, entrypoint, model }) =>
        folder(work.folder) && entrypoint(work.entrypoint) && model(work.model),
    )?.value ?? other;
}
