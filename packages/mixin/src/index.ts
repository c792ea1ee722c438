export { metric } from './metric.ts';
export {
  type MixinOptions,
  type PrometheusVersion,
  prometheusVersions,
} from './mixin-options.ts';
export type { Level } from './promql/levels.ts';
export { recordName } from './promql/record-name.ts';
