import type { IncomingMessage, ServerResponse } from 'node:http';
import type { PrometheusExporter } from '@opentelemetry/exporter-prometheus';

/** What a PrometheusExporter answers to a scraper, without its server. */
export function scrape(exporter: PrometheusExporter): Promise<string> {
  return new Promise((end) => {
    const response = { setHeader: () => {}, end };
    exporter.getMetricsRequestHandler({} as IncomingMessage, response as unknown as ServerResponse);
  });
}
