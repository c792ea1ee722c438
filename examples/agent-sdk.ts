// The metrics of an agent that runs in the Agent SDK. Run it with `pnpm --dir examples agent-sdk`.

import { observeMessages } from '@turnscope/claude-code';
import { PerformanceMonitor } from '@turnscope/core';
import { createRenderer } from '@turnscope/exposition';
import { query } from './stand-in/query.ts'; // In your program: from '@anthropic-ai/claude-agent-sdk'.

const monitor = new PerformanceMonitor({ thresholds: { profile: 'coding-agent' } });

for await (const message of observeMessages(monitor, query({ prompt: 'Fix the test' }))) {
  if (message.type === 'result') console.log(message.result);
}

for (const piece of createRenderer('text').render(monitor.collect())) process.stdout.write(piece);
