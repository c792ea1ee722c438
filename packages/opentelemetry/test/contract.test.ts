import { parseText } from '@turnscope/conformance';
import { describeBackEnd } from '@turnscope/conformance/jest';
import { createMetricProducer } from '@turnscope/opentelemetry';
import { scrape } from './support/scrape.ts';
import { versions } from './support/versions.ts';

/** What the exporter writes beside the format 0.0.4. */
const notText = /^# (UNIT .*|no registered metrics)$\n?/gm;

for (const { name, sdk, prometheus } of versions) {
  describeBackEnd({
    name: `the producer through PrometheusExporter of ${name}`,
    create(monitor) {
      const exporter = new prometheus.PrometheusExporter({
        ...{ preventServerStart: true, withoutScopeInfo: true, withoutTargetInfo: true },
        metricProducers: [createMetricProducer(monitor)],
      });
      const provider = new sdk.MeterProvider({ readers: [exporter] });
      return {
        read: async () => parseText((await scrape(exporter)).replace(notText, '')),
        close: () => provider.shutdown(),
      };
    },
  });
}
