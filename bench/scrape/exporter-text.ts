import type { IncomingMessage, ServerResponse } from 'node:http';
import type { PrometheusExporter } from '@opentelemetry/exporter-prometheus';

/** What the exporter answers to a scraper, without its server. */
export function exporterText(exporter: PrometheusExporter): Promise<string> {
  return new Promise((end) => {
    const response = { setHeader: () => {}, end };
    exporter.getMetricsRequestHandler({} as IncomingMessage, response as unknown as ServerResponse);
  });
}
