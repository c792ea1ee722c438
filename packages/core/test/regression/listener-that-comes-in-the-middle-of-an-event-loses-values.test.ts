import { expect, it } from '@jest/globals';
import type { Observation } from '@turnscope/core';
import { createMonitor } from '../support/create-monitor.ts';
import { readHistogram, seriesOf } from '../support/read-series.ts';

const duration = 'turnscope_response_duration_seconds';
const labels = { process_type: 'tactical', model: 'opus', outcome: 'success' };
const response = {
  conversationId: 'c1',
  processType: 'tactical',
  model: 'opus',
  outcome: 'success',
} as const;

// Each change of listeners put another recorder in the door, and only the one in the door was told of an
// interruption. What the other had not told yet was lost, or replaced by what the listener recorded.
it('a listener that comes between two breaches of an event leaves every value where it belongs', () => {
  const monitor = createMonitor({ nativeHistograms: true });
  let breaches = 0;
  monitor.on('breach', () => {
    breaches += 1;
    if (breaches === 1) monitor.on('observation', () => {});
    if (breaches === 2) monitor.recordResponse({ ...response, durationSeconds: 0.1 });
  });
  monitor.recordExchange({ ...response, durationSeconds: 50 });
  const native = seriesOf(monitor, duration, labels)?.native?.(0);
  const counted = Array.from(native?.counts ?? []).reduce((sum, count) => sum + count, 0);
  expect(readHistogram(monitor, duration, labels)?.count).toBe(2);
  expect(counted).toBe(2);
});

it('a listener that leaves and comes back between two breaches hears what the event took', () => {
  const monitor = createMonitor();
  const heard: Observation[] = [];
  const listen = () => monitor.on('observation', (observation) => heard.push(observation));
  const stop = listen();
  let breaches = 0;
  monitor.on('breach', () => {
    breaches += 1;
    if (breaches === 1) stop();
    if (breaches !== 2) return;
    monitor.recordResponse({ ...response, durationSeconds: 0.1 });
    listen();
  });
  monitor.recordExchange({ ...response, durationSeconds: 50 });
  const durations = heard.filter(({ metric }) => metric === duration);
  expect(durations.map(({ value }) => value)).toEqual([50]);
});
