import { type BackEnd, parseOpenMetrics, parseText } from '@turnscope/conformance';
import { describeBackEnd } from '@turnscope/conformance/jest';
import { type OpenMetricsContentType, Registry } from 'prom-client';
import { registerTurnscope } from '../src/index.ts';
import { readJson } from './support/read-json.ts';

const text: BackEnd = {
  name: 'prom-client, text 0.0.4',
  create(monitor) {
    const registry = new Registry();
    registerTurnscope(registry, monitor);
    return { read: async () => parseText(await registry.metrics()) };
  },
};

const openMetrics: BackEnd = {
  name: 'prom-client, OpenMetrics',
  create(monitor) {
    const registry = new Registry<OpenMetricsContentType>();
    registry.setContentType(Registry.OPENMETRICS_CONTENT_TYPE);
    registerTurnscope(registry, monitor);
    return { read: async () => parseOpenMetrics(await registry.metrics()) };
  },
};

const json: BackEnd = {
  name: 'prom-client, JSON',
  create(monitor) {
    const registry = new Registry();
    registerTurnscope(registry, monitor);
    return { read: async () => readJson(JSON.stringify(await registry.getMetricsAsJSON())) };
  },
};

for (const backEnd of [text, openMetrics, json]) describeBackEnd(backEnd);
