export { type OtlpReceiver, startOtlpReceiver } from './otlp-receiver.ts';
export { metricsOf, type OtlpRequest, resourceOf } from './otlp-request.ts';
export { prometheusName } from './prometheus-name.ts';
export { translateOtlp } from './translate.ts';
