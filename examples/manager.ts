// Five agents that are measured, watched and restarted. It needs `claude`. Run it with `pnpm --dir examples manager`.

import { ClaudeCodeManager } from '@turnscope/claude-code';
import { PerformanceMonitor } from '@turnscope/core';

// The limits are those of a chat; for agents that work for minutes: { thresholds: { profile: 'coding-agent' } }.
const monitor = new PerformanceMonitor();

// One event beyond a threshold, at once.
monitor.on('breach', ({ severity, metric, processType, limit }) => {
  console.log(`${severity}: ${metric} of ${processType} is beyond ${limit}`);
});

// A score, a ratio or a count beyond its limit for long enough, and its end.
monitor.on('alert', ({ severity, state, summary }) => {
  console.log(`${severity} alert ${state}: ${summary}`);
});

await using agents = new ClaudeCodeManager({
  monitor,
  processes: { strategic: 1, tactical: 4 },
  inFlight: 'retry',
});
await agents.start();

const plan = await agents.send('Plan a test of the parser', { processType: 'strategic' });
const parts = ['numbers', 'texts', 'lists', 'errors'].map((part) =>
  agents.send(`Test ${part} as planned: ${plan.text}`, { processType: 'tactical' }),
);
for (const { process, text } of await Promise.all(parts)) console.log(`${process}: ${text}`);

const { overall } = monitor.report({ seconds: 3600 });
console.log(`${overall.turns} turns`);
