// The metrics of an agent in the prom-client registry that the program has already.
// Run it with `pnpm --dir examples prom-client` and open what it prints.

import { createServer } from 'node:http';
import { PerformanceMonitor } from '@turnscope/core';
import { registerTurnscope } from '@turnscope/prom-client';
import { Counter, register } from 'prom-client';

const monitor = new PerformanceMonitor();
registerTurnscope(register, monitor);

const orders = new Counter({ name: 'shop_orders_total', help: 'Orders taken.' });

answer('conversation-1', 'success');
answer('conversation-1', 'success');
answer('conversation-2', 'error');

const server = createServer(async (_request, response) => {
  response.setHeader('Content-Type', register.contentType);
  response.end(await register.metrics());
});
const port = Number(process.env['PORT'] ?? 9100);
server.listen(port, '127.0.0.1', () => console.log(`http://127.0.0.1:${port}/metrics`));

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
  if (outcome === 'success') orders.inc();
}
