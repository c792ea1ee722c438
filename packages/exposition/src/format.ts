import type { ScrapeFormat } from '@turnscope/core';

/** An exposition format: text 0.0.4, OpenMetrics 1.0 or delimited protobuf. */
export type Format = ScrapeFormat;

/** What each format is called in HTTP. Prometheus 3 refuses an answer without it. */
export const contentTypes: Readonly<Record<Format, string>> = {
  text: 'text/plain; version=0.0.4; charset=utf-8',
  openmetrics: 'application/openmetrics-text; version=1.0.0; charset=utf-8',
  protobuf:
    'application/vnd.google.protobuf; proto=io.prometheus.client.MetricFamily; encoding=delimited',
};
