import type { PrometheusVersion } from '@turnscope/mixin';

/** Versions of Prometheus that are generated for. A list of its own: the package that knows them is loaded late. */
export const prometheusChoices = [
  '2.42',
  '2.53',
  '3',
] as const satisfies readonly PrometheusVersion[];

/** The options of `turnscope mixin generate` as they were written on the command line. */
export interface GenerateFlags {
  readonly config?: string;
  readonly out?: string;
  readonly prometheus?: PrometheusVersion;
}
