import { describe, expect, it } from '@jest/globals';
import type { PerformanceMonitor } from '@turnscope/core';
import { createMonitor } from '../support/create-monitor.ts';
import { read } from '../support/read-series.ts';

const turns = 'turnscope_turns_total';

function recordTurns(monitor: PerformanceMonitor, models: number): void {
  for (let number = 0; number < models; number += 1) {
    monitor.recordTurn({
      conversationId: 'c1',
      processType: 'tactical',
      model: `model-${number}`,
      outcome: 'success',
    });
  }
}

/** Sum of all series of a metric. */
function total(monitor: PerformanceMonitor, name: string): number {
  const { now, families } = monitor.collect();
  const series = families.find((family) => family.name === name)?.series ?? [];
  return series.reduce((sum, each) => sum + each.value(now), 0);
}

describe('rows', () => {
  it('come with their siblings, which stand at 0', () => {
    const monitor = createMonitor();
    recordTurns(monitor, 1);
    const labels = { process_type: 'tactical', model: 'model-0' };
    const value = (initiator: string, outcome: string) =>
      read(monitor, turns, { ...labels, initiator, outcome });
    expect(value('user', 'success')).toBe(1);
    expect(value('user', 'error')).toBe(0);
    expect(value('user', 'interrupted')).toBe(0);
    expect(value('task', 'success')).toBe(0);
    expect(value('task', 'error')).toBe(0);
    expect(value('task', 'interrupted')).toBe(0);
    expect(read(monitor, 'turnscope_rows', { event: 'turn' })).toBe(6);
  });

  it('grow to thousands without losing anything', () => {
    const monitor = createMonitor({ labelLimits: { model: 1000 }, rowLimit: 10_000 });
    recordTurns(monitor, 900);
    recordTurns(monitor, 900);
    expect(read(monitor, 'turnscope_rows', { event: 'turn' })).toBe(5400);
    expect(total(monitor, turns)).toBe(1800);
    expect(
      read(monitor, turns, {
        process_type: 'tactical',
        model: 'model-899',
        initiator: 'user',
        outcome: 'success',
      }),
    ).toBe(2);
    expect(read(monitor, 'turnscope_rows_overflowed_total', { event: 'turn' })).toBe(0);
  });

  it('send what is beyond their limit to other, but keep the process type, and count it', () => {
    const monitor = createMonitor({ rowLimit: 12 });
    recordTurns(monitor, 4);
    const value = (model: string) =>
      read(monitor, turns, {
        process_type: 'tactical',
        model,
        initiator: 'user',
        outcome: 'success',
      });
    expect([value('model-0'), value('model-1'), value('model-2'), value('other')]).toEqual([
      1,
      1,
      undefined,
      2,
    ]);
    expect(read(monitor, 'turnscope_rows', { event: 'turn' })).toBe(18);
    expect(read(monitor, 'turnscope_rows_limit', { event: 'turn' })).toBe(12);
    expect(read(monitor, 'turnscope_rows_overflowed_total', { event: 'turn' })).toBe(2);
    expect(total(monitor, turns)).toBe(4);
  });

  it('let old rows move on when no new one finds room', () => {
    const monitor = createMonitor({ rowLimit: 6 });
    recordTurns(monitor, 3);
    recordTurns(monitor, 3);
    expect(total(monitor, turns)).toBe(6);
    expect(read(monitor, 'turnscope_rows_overflowed_total', { event: 'turn' })).toBe(4);
  });

  it.each<[label: string, limit: number, metric: string]>([
    ['process_type', 10, 'turnscope_turns_total'],
    ['model', 30, 'turnscope_turns_total'],
    ['tool', 60, 'turnscope_tool_calls_total'],
  ])('hold at most the default number of values of %s: %d', (label, limit, metric) => {
    const monitor = createMonitor();
    for (let number = 0; number < 100; number += 1) {
      const name = `n${number}`;
      const event = { conversationId: 'c1', outcome: 'success', processType: name } as const;
      monitor.recordTurn({ ...event, model: name });
      monitor.recordToolCall({ ...event, tool: name });
    }
    const family = monitor.collect().families.find(({ name }) => name === metric);
    const at = family?.labels.indexOf(label) ?? -1;
    const values = new Set(family?.series.map(({ labelValues }) => labelValues[at]));
    expect(values.has('other')).toBe(true);
    expect(values.size).toBeLessThanOrEqual(limit + 1);
    expect(read(monitor, 'turnscope_label_values', { label })).toBe(limit);
    expect(read(monitor, 'turnscope_label_values_limit', { label })).toBe(limit);
    expect(read(monitor, 'turnscope_label_values_overflowed_total', { label })).toBeGreaterThan(0);
    expect(total(monitor, metric)).toBe(100);
  });

  it('count every look-up that became other', () => {
    const monitor = createMonitor({ labelLimits: { tool: 2 } });
    for (const tool of ['a', 'b', 'c', 'd', 'c']) {
      monitor.recordToolCall({ conversationId: 'c1', tool, outcome: 'error' });
    }
    expect(read(monitor, 'turnscope_tool_calls_total', { tool: 'other', outcome: 'error' })).toBe(
      3,
    );
    expect(read(monitor, 'turnscope_label_values_overflowed_total', { label: 'tool' })).toBe(3);
  });
});
