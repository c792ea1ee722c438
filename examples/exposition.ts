// The metrics of an agent on a server of node:http, with no other library.
// Run it with `pnpm --dir examples exposition` and open what it prints.

import { createServer } from 'node:http';
import { PerformanceMonitor } from '@turnscope/core';
import { contentTypes, createRenderer } from '@turnscope/exposition';

const monitor = new PerformanceMonitor({ labels: { project: ['shop', 'billing'] } });
const renderer = createRenderer('text');

monitor.recordTurn({
  conversationId: 'conversation-1',
  processType: 'strategic',
  model: 'claude-opus-5',
  outcome: 'success',
  durationSeconds: 42,
  responses: 3,
  labels: { project: 'shop' },
});
monitor.recordCompaction({
  conversationId: 'conversation-1',
  processType: 'strategic',
  outcome: 'success',
  tokensBefore: 160_000,
  tokensAfter: 40_000,
  durationSeconds: 75,
  labels: { project: 'shop' },
});

const server = createServer((_request, response) => {
  response.setHeader('Content-Type', contentTypes.text);
  for (const piece of renderer.render(monitor.collect())) response.write(piece);
  response.end();
});
const port = Number(process.env['PORT'] ?? 9100);
server.listen(port, '127.0.0.1', () => console.log(`http://127.0.0.1:${port}/metrics`));
