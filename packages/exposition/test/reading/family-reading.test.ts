import { describe, expect, it } from '@jest/globals';
import { PerformanceMonitor } from '@turnscope/core';
import { createTextRenderer } from '../../src/index.ts';
import { family } from '../support/families.ts';

describe('the values of a scrape', () => {
  it('are those before the first piece, whatever happens between the pieces', () => {
    const monitor = new PerformanceMonitor({ clock: { now: () => 0 }, zeroHoldSeconds: 0 });
    const labels = Array.from({ length: 2_000 }, (_, at) => [`label-${at}`]);
    const long = family({
      name: 'long',
      labels: ['name'],
      series: labels.map((labelValues) => ({ labelValues })),
    });
    const { families, now } = monitor.collect();
    const pieces = createTextRenderer().render({ families: [long, ...families], now });
    let text = '';
    for (const piece of pieces) {
      text += piece;
      monitor.startConversation({ conversationId: String(text.length), processType: 'tactical' });
    }
    expect(text).toContain('turnscope_conversations_started_total{process_type="tactical"} 0\n');
  });

  it('are read in pieces where there are very many', () => {
    const series = Array.from({ length: 25_000 }, (_, value) => ({ value }));
    const many = family({ name: 'many', series });
    const pieces = [...createTextRenderer().render({ families: [many, many], now: 0 })];
    expect(pieces.findIndex((piece) => piece !== '')).toBe(20);
    const lines = pieces.join('').split('\n');
    expect(lines.filter((line) => line === 'many 24999').length).toBe(2);
  });
});
