import type { Thresholds } from '@turnscope/core';
import type { Objectives } from './rules/objectives/objective.ts';

/** Versions of Prometheus that differ in what is generated for them. */
export const prometheusVersions = ['2.42', '2.53', '3'] as const;
export type PrometheusVersion = (typeof prometheusVersions)[number];

/** What the generated files depend on besides the catalogue. */
export interface MixinOptions {
  readonly thresholds: Thresholds;
  /** The Prometheus that the rules are for. */
  readonly prometheus: PrometheusVersion;
  /** The value of the label `job` that Prometheus gives to Turnscope. */
  readonly job: string;
  /** Where the runbooks are read: an alert's name and `.md` follow. Ends with a slash. */
  readonly runbooks: string;
  /** Where Grafana answers, without a slash at the end: `/d/` and a dashboard's uid follow. */
  readonly grafana: string;
  /** Shares of turns and responses that must go well over 30 days; of those left out the stated ones. */
  readonly objectives?: Partial<Objectives> | undefined;
}
