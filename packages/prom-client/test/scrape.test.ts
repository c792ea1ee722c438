import { describe, expect, it, jest } from '@jest/globals';
import { PerformanceMonitor } from '@turnscope/core';
import { Gauge, Registry } from 'prom-client';
import { registerTurnscope } from '../src/index.ts';

/** A registry of a monitor whose clock moves on by a second each time it is asked. */
function stage(options: { readonly registry?: Registry } = {}) {
  let now = 0;
  const tick = () => {
    now += 1000;
    return now;
  };
  const monitor = new PerformanceMonitor({ clock: { now: tick } });
  const collect = jest.spyOn(monitor, 'collect');
  const registry = options.registry ?? new Registry();
  registerTurnscope(registry, monitor);
  return { monitor, collect, registry };
}

const active = 'turnscope_conversations_active';

describe('a scrape', () => {
  it('collects once', async () => {
    const { collect, registry } = stage();
    await registry.metrics();
    await registry.metrics();
    await registry.getMetricsAsJSON();
    await registry.getSingleMetricAsString(active);
    expect(collect).toHaveBeenCalledTimes(4);
  });

  it('collects once beside a metric that waits', async () => {
    const registry = new Registry();
    const wait = () => new Promise<void>((resolve) => setTimeout(resolve, 1));
    new Gauge({ name: 'slow', help: 'Slow.', registers: [registry], collect: wait });
    const { collect } = stage({ registry });
    await registry.metrics();
    expect(collect).toHaveBeenCalledTimes(1);
  });

  it('collects anew while the timers of a test are fake', async () => {
    jest.useFakeTimers();
    try {
      const { collect, registry } = stage();
      await registry.metrics();
      await registry.metrics();
      expect(collect).toHaveBeenCalledTimes(2);
    } finally {
      jest.useRealTimers();
    }
  });

  it('may be started by a listener of the monitor', async () => {
    const { monitor, registry, collect } = stage();
    const scrapes: Promise<string>[] = [];
    monitor.on('report', () => scrapes.push(registry.metrics()));
    monitor.report({ seconds: 60 });
    expect(await Promise.all(scrapes)).toEqual([expect.stringContaining(active)]);
    expect(collect).toHaveBeenCalledTimes(1);
  });

  it('fails with what a collection throws, and the next one works', async () => {
    const { collect, registry } = stage();
    collect.mockImplementationOnce(() => {
      throw new Error('planted');
    });
    const failed = await registry.metrics().catch((error: Error) => error.message);
    expect(failed).toBe('planted');
    expect(await registry.metrics()).toContain(active);
  });
});

describe('default labels', () => {
  it('stand on every line, where the metric has none of that name', async () => {
    const { registry, monitor } = stage();
    monitor.startConversation({ conversationId: 'c', processType: 'tactical' });
    registry.setDefaultLabels({ service: 'shop', process_type: 'default' });
    const text = await registry.metrics();
    expect(text).toContain(`${active}{service="shop",process_type="tactical"} 1\n`);
    expect(text).toContain(
      'turn_responses_bucket{le="1",service="shop",process_type="tactical"} 0\n',
    );
    expect(text).toContain('_conversations_tracked{service="shop",process_type="default"} 1\n');
    expect(text).not.toMatch(/process_type=.*process_type=/);
  });

  it('stand in JSON, and do not stay when they are taken back', async () => {
    const { registry, monitor } = stage();
    monitor.startConversation({ conversationId: 'c', processType: 'tactical' });
    const valuesOf = async () =>
      (await registry.getMetricsAsJSON()).find(({ name }) => name === active)?.values;
    registry.setDefaultLabels({ service: 'shop' });
    const labels = { process_type: 'tactical' };
    expect(await valuesOf()).toContainEqual({ labels: { ...labels, service: 'shop' }, value: 1 });
    registry.setDefaultLabels({});
    expect(await valuesOf()).toContainEqual({ labels, value: 1 });
  });
});

it('shows help and type of a metric that has no series', async () => {
  const { registry } = stage();
  const name = 'turnscope_notifications_queued';
  const help = 'Notifications that wait to be accepted by a receiver of their kind.';
  const text = await registry.getSingleMetricAsString(name);
  expect(text).toBe(`# HELP ${name} ${help}\n# TYPE ${name} gauge`);
});
