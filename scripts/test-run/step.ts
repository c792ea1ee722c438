/** One part of the test run. */
export interface Step {
  readonly name: string;
  /** The name of an earlier step without which this one makes no sense. */
  readonly needs?: string;
  readonly run: () => Promise<StepResult>;
}

/** What a step counted. It has failed when `failed` is not 0. */
export interface StepResult {
  readonly passed: number;
  readonly failed: number;
  /** The name of each skipped test, with the reason. */
  readonly skipped: readonly string[];
  /** Shown in full when the step has failed. */
  readonly output: string;
}
