import { parse } from 'yaml';
import { type MixinOptions, ruleFiles } from '../../src/index.ts';

/** A rule as it stands in a file: one that records has `record`, one that alerts `alert`. */
export interface ReadRule {
  readonly record?: string;
  readonly alert?: string;
  readonly expr: string;
  readonly for?: string;
  readonly keep_firing_for?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
}

export interface ReadGroup {
  readonly file: string;
  readonly name: string;
  readonly interval?: string;
  readonly rules: readonly ReadRule[];
}

/** The groups of all rule files, read back. */
export function readGroups(options: MixinOptions): readonly ReadGroup[] {
  return Object.entries(ruleFiles(options)).flatMap(([file, text]) =>
    (parse(text) as { groups: readonly Omit<ReadGroup, 'file'>[] }).groups.map((group) => ({
      ...group,
      file,
    })),
  );
}

/** The rules of an alert. */
export function readAlerts(options: MixinOptions, name: string): readonly ReadRule[] {
  return readGroups(options).flatMap(({ rules }) => rules.filter(({ alert }) => alert === name));
}
