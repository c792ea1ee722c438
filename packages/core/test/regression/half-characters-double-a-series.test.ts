import { describe, expect, it } from '@jest/globals';
import { createMonitor } from '../support/create-monitor.ts';
import { read } from '../support/read-series.ts';

// Lone surrogates become U+FFFD in UTF-8, so two values were exposed as one series twice.
describe('label values with half a character', () => {
  it.each([
    ['after it was seen well-formed', ['a\uFFFD', 'a\uD83D', 'a\uDE00', 'a\uD83D']],
    ['before it was seen well-formed', ['a\uDE00', 'a\uD83D', 'a\uFFFD', 'a\uDE00']],
  ])('are one value, %s', (_name, tools) => {
    const monitor = createMonitor({ labelLimits: { tool: 1 } });
    for (const tool of tools) {
      monitor.recordToolCall({ conversationId: 'c1', tool, outcome: 'success' });
    }
    expect(
      read(monitor, 'turnscope_tool_calls_total', { tool: 'a\uFFFD', outcome: 'success' }),
    ).toBe(4);
    expect(read(monitor, 'turnscope_label_values', { label: 'tool' })).toBe(1);
  });

  it('leave whole characters alone', () => {
    const monitor = createMonitor();
    monitor.recordToolCall({ conversationId: 'c1', tool: 'a😀', outcome: 'success' });
    expect(read(monitor, 'turnscope_tool_calls_total', { tool: 'a😀', outcome: 'success' })).toBe(
      1,
    );
  });
});
