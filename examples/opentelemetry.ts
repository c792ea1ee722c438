// The metrics of an agent in the OpenTelemetry SDK that the program has already.
// Run it with `pnpm --dir examples opentelemetry` and open what it prints.

import { metrics } from '@opentelemetry/api';
import { PrometheusExporter } from '@opentelemetry/exporter-prometheus';
import { MeterProvider } from '@opentelemetry/sdk-metrics';
import { PerformanceMonitor } from '@turnscope/core';
import { observeWith } from '@turnscope/opentelemetry';

const port = Number(process.env['PORT'] ?? 9100);
const exporter = new PrometheusExporter({ port, host: '127.0.0.1', withoutScopeInfo: true }, () =>
  console.log(`http://127.0.0.1:${port}/metrics`),
);
metrics.setGlobalMeterProvider(new MeterProvider({ readers: [exporter] }));
const orders = metrics
  .getMeter('shop')
  .createCounter('shop_orders', { description: 'Orders taken.' });

const monitor = new PerformanceMonitor();
observeWith(metrics.getMeter('turnscope'), monitor);

answer('conversation-1', 'success');
answer('conversation-1', 'success');
answer('conversation-2', 'error');
setInterval(() => {}, 60_000); // What else the program does: an exporter keeps none alive.

/** Where your agent answers, you know these. */
function answer(conversationId: string, outcome: 'success' | 'error'): void {
  monitor.recordExchange({
    conversationId,
    processType: 'tactical',
    model: 'claude-sonnet-5',
    durationSeconds: 2.5,
    tokens: { input: 12, output: 340, cacheRead: 18_000 },
    outcome,
  });
  if (outcome === 'success') orders.add(1);
}
