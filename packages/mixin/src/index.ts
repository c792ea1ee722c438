export { metric } from './metric.ts';
export {
  type MixinOptions,
  type PrometheusVersion,
  prometheusVersions,
} from './mixin-options.ts';
export { type Level, recordName } from './promql/record-name.ts';
