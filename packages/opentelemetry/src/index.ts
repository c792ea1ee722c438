export { createMetricProducer, type MetricProducerOptions } from './metric-producer.ts';
export { type Observing, observeWith } from './observe-with.ts';
