import { describe, expect, it } from '@jest/globals';
import { catalogue, PerformanceMonitor } from '@turnscope/core';
import {
  AggregatorRegistry,
  Counter,
  type OpenMetricsContentType,
  Registry,
  register,
} from 'prom-client';
import { registerTurnscope } from '../src/index.ts';

const turns = 'turnscope_turns_total';
const names = catalogue.map(({ name }) => name);

function monitorOfOneTurn(): PerformanceMonitor {
  const monitor = new PerformanceMonitor({ clock: { now: () => 0 } });
  monitor.recordTurn({ conversationId: 'c', processType: 'tactical', outcome: 'success' });
  return monitor;
}

function registryOf(monitor: PerformanceMonitor): Registry {
  const registry = new Registry();
  registerTurnscope(registry, monitor);
  return registry;
}

const counted =
  'turnscope_turns_total{process_type="tactical",model="unknown",initiator="user",outcome="success"} 1';

describe('registerTurnscope', () => {
  it('makes the whole catalogue part of the registry', () => {
    const registry = registryOf(monitorOfOneTurn());
    expect(registry.getMetricsAsArray().map(({ name }) => name)).toEqual(names);
  });

  it("shows the store beside the user's own metrics", async () => {
    const registry = registryOf(monitorOfOneTurn());
    const own = { name: 'own_total', help: 'Own.', registers: [registry] };
    new Counter({ ...own, collect: () => Promise.resolve() }).inc(7);
    const text = await registry.metrics();
    expect(text).toContain(`${counted}\n`);
    expect(text).toContain('# TYPE own_total counter\nown_total 7\n');
  });

  it('shows a source that is enabled later', async () => {
    const monitor = monitorOfOneTurn();
    const registry = registryOf(monitor);
    const line = 'turnscope_source_events_total{source="transcripts"} 0\n';
    expect(await registry.metrics()).not.toContain(line);
    monitor.enableSource('transcripts');
    expect(await registry.metrics()).toContain(line);
  });

  it('takes a registry that aggregates', async () => {
    const registry = new AggregatorRegistry();
    registerTurnscope(registry, monitorOfOneTurn());
    expect(await registry.metrics()).toContain(`${counted}\n`);
  });

  it('takes the global registry and one for OpenMetrics', async () => {
    const openMetrics = new Registry<OpenMetricsContentType>();
    openMetrics.setContentType(Registry.OPENMETRICS_CONTENT_TYPE);
    const monitor = monitorOfOneTurn();
    const unregister = registerTurnscope(register, monitor);
    registerTurnscope(openMetrics, monitor);
    expect(await register.metrics()).toContain(`${counted}\n`);
    expect(await openMetrics.metrics()).toContain(`# TYPE turnscope_turns counter\n`);
    expect(await openMetrics.metrics()).toContain(`${counted}\n`);
    unregister();
    expect(await register.metrics()).not.toContain('turnscope');
  });
});

describe('a name that is taken', () => {
  const taken = new Registry();
  new Counter({ name: 'turnscope_tokens_total', help: 'Own.', registers: [taken] });

  it('is named in the error, and nothing is registered', () => {
    expect(() => registerTurnscope(taken, monitorOfOneTurn())).toThrow(
      /another metric named turnscope_tokens_total/,
    );
    expect(taken.getMetricsAsArray()).toHaveLength(1);
  });

  it('is one of another monitor, too', () => {
    const registry = registryOf(monitorOfOneTurn());
    expect(() => registerTurnscope(registry, monitorOfOneTurn())).toThrow(turns);
  });

  it('cannot be taken by others once it is registered', () => {
    const registers = [registryOf(monitorOfOneTurn())];
    expect(() => new Counter({ name: turns, help: 'Own.', registers })).toThrow(turns);
  });
});

describe('the same monitor again', () => {
  it('changes nothing, before and after a scrape of OpenMetrics', async () => {
    const registry = new Registry<OpenMetricsContentType>();
    registry.setContentType(Registry.OPENMETRICS_CONTENT_TYPE);
    const monitor = monitorOfOneTurn();
    registerTurnscope(registry, monitor);
    const text = await registry.metrics();
    registerTurnscope(registry, monitor);
    expect(await registry.metrics()).toBe(text);
    expect(registry.getMetricsAsArray()).toHaveLength(names.length);
  });

  it('puts back what was removed, and all after clear', async () => {
    const monitor = monitorOfOneTurn();
    const registry = registryOf(monitor);
    registry.removeSingleMetric(turns);
    registerTurnscope(registry, monitor);
    expect(await registry.metrics()).toContain(`${counted}\n`);
    registry.clear();
    registerTurnscope(registry, monitor);
    expect(await registry.metrics()).toContain(`${counted}\n`);
  });
});

describe('unregister', () => {
  it('takes out what is still there, also after a scrape of OpenMetrics, and leaves the rest', async () => {
    const registry = new Registry<OpenMetricsContentType>();
    registry.setContentType(Registry.OPENMETRICS_CONTENT_TYPE);
    new Counter({ name: 'own_total', help: 'Own.', registers: [registry] });
    const unregister = registerTurnscope(registry, monitorOfOneTurn());
    await registry.metrics();
    registry.removeSingleMetric(turns);
    new Counter({ name: turns, help: 'Own.', registers: [registry] });
    unregister();
    unregister();
    expect(await registry.metrics()).toBe(`\
# HELP own Own.
# TYPE own counter
own_total 0
# HELP turnscope_turns Own.
# TYPE turnscope_turns counter
turnscope_turns_total 0
# EOF
`);
  });
});

describe('the registry', () => {
  it('gives a single metric, whole and as text', async () => {
    const registry = registryOf(monitorOfOneTurn());
    const labels = { process_type: 'tactical', model: 'unknown', initiator: 'user' };
    const metric = registry.getSingleMetric(turns);
    expect(await metric?.get()).toMatchObject({
      name: turns,
      type: 'counter',
      aggregator: 'sum',
      values: expect.arrayContaining([{ labels: { ...labels, outcome: 'success' }, value: 1 }]),
    });
    expect(await registry.getSingleMetricAsString(turns)).toContain(counted);
  });

  it('no longer shows a metric that was removed, and nothing after clear', async () => {
    const registry = registryOf(monitorOfOneTurn());
    registry.removeSingleMetric(turns);
    expect(await registry.metrics()).not.toContain(turns);
    registry.clear();
    expect(await registry.metrics()).toBe('\n');
  });

  it('does not reset the store', async () => {
    const registry = registryOf(monitorOfOneTurn());
    const own = new Counter({ name: 'own_total', help: 'Own.', registers: [registry] });
    own.inc();
    registry.resetMetrics();
    expect(await registry.metrics()).toContain('own_total 0\n');
    expect(await registry.metrics()).toContain(`${counted}\n`);
  });

  it('can be merged with another', async () => {
    const other = new Registry();
    new Counter({ name: 'own_total', help: 'Own.', registers: [other] });
    const merged = Registry.merge([other, registryOf(monitorOfOneTurn())]);
    expect(await merged.metrics()).toContain(`${counted}\n`);
    expect(await merged.metrics()).toContain('own_total 0\n');
  });
});
