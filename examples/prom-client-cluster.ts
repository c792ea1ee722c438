// Two workers with an agent each; the primary serves what both have counted.
// Run it with `pnpm --dir examples prom-client-cluster` and open what it prints.

import cluster from 'node:cluster';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { PerformanceMonitor } from '@turnscope/core';
import { registerTurnscope } from '@turnscope/prom-client';
import { AggregatorRegistry, register } from 'prom-client';

const aggregator = new AggregatorRegistry();

if (cluster.isPrimary) await serve();
else work();

async function serve(): Promise<void> {
  await Promise.all([cluster.fork(), cluster.fork()].map((worker) => once(worker, 'message')));
  const server = createServer(async (_request, response) => {
    response.setHeader('Content-Type', aggregator.contentType);
    response.end(await aggregator.clusterMetrics());
  });
  const port = Number(process.env['PORT'] ?? 9100);
  server.listen(port, '127.0.0.1', () => console.log(`http://127.0.0.1:${port}/metrics`));
}

function work(): void {
  const monitor = new PerformanceMonitor();
  registerTurnscope(register, monitor);
  monitor.recordExchange({
    conversationId: `conversation-${process.pid}`,
    processType: 'tactical',
    model: 'claude-sonnet-5',
    durationSeconds: 2.5,
    tokens: { input: 12, output: 340, cacheRead: 18_000 },
    outcome: 'success',
  });
  process.send?.('ready');
}
