import { spawnSync } from 'node:child_process';
import { expect, it } from '@jest/globals';
import { PerformanceMonitor } from '@turnscope/core';
import { describeWith, tool } from '@turnscope/testing';
import { Registry } from 'prom-client';
import { registerTurnscope } from '../src/index.ts';

describeWith(tool('promtool'), 'promtool check metrics', () => {
  it('finds nothing in a registry with unusual names and default labels', async () => {
    const monitor = new PerformanceMonitor({ clock: { now: () => 0 } });
    for (const model of ['plain', 'with "quotes"', 'line\nbreak', 'back\\slash', '🌞', '\0']) {
      monitor.recordExchange({
        conversationId: 'c',
        processType: 'tactical',
        model,
        durationSeconds: 3,
        outcome: 'success',
        tokens: { input: 1, output: 2, cacheRead: 3, cacheCreation: 4 },
      });
    }
    const registry = new Registry();
    registry.setDefaultLabels({ service: 'say "hi"' });
    registerTurnscope(registry, monitor);
    const input = await registry.metrics();
    const { status, stdout, stderr } = spawnSync('promtool', ['check', 'metrics'], {
      input,
      encoding: 'utf8',
    });
    expect({ status, output: stdout + stderr }).toEqual({ status: 0, output: '' });
  });
});
