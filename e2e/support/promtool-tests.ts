import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';

/** One test of `promtool test rules`: series, and what rules make of them at some times. */
export interface PromtoolTest {
  readonly name: string;
  /** Between two samples and two evaluations. */
  readonly interval: string;
  readonly input_series: readonly { readonly series: string; readonly values: string }[];
  readonly alert_rule_test?: readonly AlertTest[];
  readonly promql_expr_test?: readonly QueryTest[];
}

interface AlertTest {
  readonly eval_time: string;
  readonly alertname: string;
  readonly exp_alerts: readonly ExpectedAlert[];
}

export interface ExpectedAlert {
  readonly exp_labels: Readonly<Record<string, string>>;
  readonly exp_annotations: Readonly<Record<string, string>>;
}

interface QueryTest {
  readonly expr: string;
  readonly eval_time: string;
  readonly exp_samples: readonly { readonly labels: string; readonly value: number }[];
}

/** A group as a rule file has it. */
export interface RuleGroup {
  readonly name: string;
  readonly rules: readonly Rule[];
}

export interface Rule {
  readonly record?: string;
  readonly alert?: string;
  readonly expr: string;
  readonly for?: string;
  readonly keep_firing_for?: string;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly labels?: Readonly<Record<string, string>>;
}

/** What promtool said, and whether all was as expected. */
export interface Verdict {
  readonly passed: boolean;
  readonly output: string;
}

const output = { maxBuffer: 1 << 28 };

/** Runs tests, all of one interval, against groups of rules. */
export async function runPromtoolTests(
  groups: readonly RuleGroup[],
  tests: readonly PromtoolTest[],
): Promise<Verdict> {
  const folder = await mkdtemp(join(tmpdir(), 'turnscope-rules-'));
  try {
    await writeFile(join(folder, 'rules.yml'), stringify({ groups }));
    const file = join(folder, 'tests.yml');
    const evaluation_interval = tests[0]?.interval;
    await writeFile(file, stringify({ rule_files: ['rules.yml'], evaluation_interval, tests }));
    return await new Promise((done) => {
      execFile('promtool', ['test', 'rules', file], output, (error, stdout, stderr) =>
        done({ passed: error === null, output: stdout + stderr }),
      );
    });
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** A counter in steps, as promtool reads it: what it grows by, at which step. */
export function steppedValues(
  bursts: readonly (readonly [step: number, amount: number])[],
  end: number,
): string {
  let [value, from] = [0, 0];
  const runs: string[] = [];
  for (const [step, amount] of bursts) {
    runs.push(`${value}+0x${step - from - 1}`);
    [value, from] = [value + amount, step];
  }
  return [...runs, `${value}+0x${end - from}`].join(' ');
}
