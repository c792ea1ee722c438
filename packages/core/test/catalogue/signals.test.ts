import { describe, expect, it } from '@jest/globals';
import { alerts, type Expression, type SignalAlert, signals } from '@turnscope/core';
import { alertNames } from '../../src/catalogue/alert-names.ts';
import { signalNames } from '../../src/catalogue/signal-names.ts';
import { lowerIsWorse } from '../../src/catalogue/thresholds.ts';

/** DESIGN section 6: what has a window of a quarter of an hour; the rest has one of an hour. */
const byQuarter = [
  'response_latency_score',
  'response_p95',
  'response_p99',
  'response_error_ratio',
  'cache_hit_ratio',
  'source_silence',
];

describe('signals', () => {
  it('are all there, once, in the order of their names', () => {
    expect(signals.map(({ name }) => name)).toEqual(signalNames);
  });

  it.each(signals)('show $name in a gauge of its own', ({ name, metric }) => {
    expect(metric.name.startsWith(`turnscope_signal_${name}`)).toBe(true);
    expect(metric.mayBeAbsent).toBe(true);
  });

  it.each(signals)('look at $name over the window of the design', ({ name, window }) => {
    expect(window).toBe(byQuarter.includes(name) ? '15m' : '1h');
  });

  it('never match on le, whose spelling depends on the format', () => {
    const text = JSON.stringify(signals.map(({ value, samples }) => [value, samples]));
    expect(text).not.toContain('"le":');
  });

  it.each(signals)('match $name on labels that its metrics have', ({ value, samples }) => {
    for (const { metric, where } of [...operandsIn(value), ...operandsIn(samples)]) {
      for (const [label, values] of Object.entries(where)) {
        expect(metric.labels).toContain(label);
        expect(values.length).toBeGreaterThan(0);
      }
    }
  });
});

const own = alerts.filter((alert): alert is SignalAlert => alert.scope === 'both');

describe('alerts', () => {
  it('are all there, once, in the order of their names', () => {
    expect(alerts.map(({ name }) => name)).toEqual(alertNames);
  });

  it.each(alerts)('have $name wait before it fires, and say what to do in sentences', (alert) => {
    expect(alert.forSeconds).toBeGreaterThan(0);
    expect(alert.summary).toMatch(/^[A-Z].*\.$/);
    expect(alert.description).toMatch(/\.$/);
    const places = `${alert.summary} ${alert.description}`.match(/\{\w+\}/g) ?? [];
    expect(['{of}', '{value}', '{limit}', '{window}']).toEqual(expect.arrayContaining(places));
  });

  it.each(own)('ask of $name no fewer samples than its signal needs', ({ signal, minSamples }) => {
    expect(minSamples).toBeGreaterThanOrEqual(signal.minSamples);
  });

  it.each(own)('compare $name on the side that is worse', ({ limits, comparison }) => {
    if (!('threshold' in limits)) return expect(comparison).toBe('above');
    return expect(comparison === 'at or below').toBe(lowerIsWorse.has(limits.threshold));
  });

  it('leave to Prometheus what cannot be seen from inside', () => {
    const others = alerts.filter(({ scope }) => scope === 'prometheus').map(({ name }) => name);
    expect(others).toEqual(['TurnscopeDown', 'TurnscopeNotEvaluating']);
  });
});

interface Read {
  readonly metric: { readonly labels: readonly string[] };
  readonly where: Readonly<Record<string, readonly string[]>>;
}

function operandsIn(value: Expression | readonly Expression[]): readonly Read[] {
  if (Array.isArray(value)) return value.flatMap(operandsIn);
  return Object.entries(value).flatMap(([key, part]) => {
    if (key === 'operand') return [part as Read];
    return typeof part === 'object' ? operandsIn(part as Expression) : [];
  });
}
