import { describe, expect, it } from '@jest/globals';
import { catalogue, type Observation, type PerformanceMonitor } from '@turnscope/core';
import fc from 'fast-check';
import { attributedEvents, userLabels } from '../support/attributed-events.ts';
import { createMonitor } from '../support/create-monitor.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { read, readAll } from '../support/read-series.ts';

const exchange = {
  conversationId: 'c1',
  processType: 'tactical',
  model: 'opus',
  outcome: 'success',
} as const;

const tight = { labels: userLabels, rowLimit: 4, labelLimits: { model: 2, tool: 1 } };

function listen(monitor: PerformanceMonitor): readonly Observation[] {
  const heard: Observation[] = [];
  monitor.on('observation', (each) => heard.push(each));
  return heard;
}

/** The histograms that take these observations, as `readAll` shows them. */
function histogramsOf(observations: readonly Observation[]): Readonly<Record<string, number>> {
  const numbers: Record<string, number> = {};
  for (const { metric, labels, value } of observations) {
    const key = `${metric}{${Object.entries(labels).map(([name, text]) => `${name}=${text}`)}}`;
    const { bounds = [] } = catalogue.find(({ name }) => name === metric)?.ladder ?? {};
    const bucket = `${key} le=${bounds.find((bound) => value <= bound) ?? '+Inf'}`;
    numbers[bucket] = (numbers[bucket] ?? 0) + 1;
    numbers[`${key} sum`] = (numbers[`${key} sum`] ?? 0) + value;
  }
  return withoutZeros(numbers);
}

function histogramsShown(monitor: PerformanceMonitor): Readonly<Record<string, number>> {
  const all = Object.entries(readAll(monitor));
  return withoutZeros(Object.fromEntries(all.filter(([key]) => / (le=|sum$)/.test(key))));
}

function withoutZeros(numbers: Readonly<Record<string, number>>) {
  return Object.fromEntries(Object.entries(numbers).filter(([, value]) => value !== 0));
}

/** Sums of ratios depend on how they are added up in the last of their digits. */
function rounded(numbers: Readonly<Record<string, number>>) {
  return Object.entries(numbers)
    .map(([key, value]) => [key, Number(value.toPrecision(9))] as const)
    .toSorted();
}

describe('a listener of observations', () => {
  it('hears what each histogram takes of an event, with the labels of the series', () => {
    const monitor = createMonitor({ labels: { project: ['shop'] } });
    const heard = listen(monitor);
    const labels = { project: 'shop' };
    monitor.recordExchange({ ...exchange, durationSeconds: 2.5, contextTokens: 9000, labels });
    const shown = { process_type: 'tactical', model: 'opus', project: 'shop' };
    const { model: _, ...ofProcessType } = shown;
    expect(heard).toEqual([
      {
        metric: 'turnscope_turn_duration_seconds',
        labels: { ...shown, outcome: 'success' },
        value: 2.5,
      },
      { metric: 'turnscope_turn_responses', labels: ofProcessType, value: 1 },
      {
        metric: 'turnscope_response_duration_seconds',
        labels: { ...shown, outcome: 'success' },
        value: 2.5,
      },
      { metric: 'turnscope_context_size_tokens', labels: shown, value: 9000 },
    ]);
  });

  it('is given the same labels each time', () => {
    const monitor = createMonitor();
    const heard = listen(monitor);
    for (let times = 0; times < 2; times += 1) {
      monitor.recordResponse({ ...exchange, durationSeconds: 3 });
    }
    expect(heard[0]?.labels).toBe(heard[1]?.labels);
  });

  it('hears of conversations that end, and of those that end by silence', () => {
    const clock = new FakeClock();
    const monitor = createMonitor({ clock });
    monitor.recordTurn(exchange);
    monitor.recordTurn({ ...exchange, conversationId: 'c2' });
    const heard = listen(monitor);
    monitor.endConversation({ conversationId: 'c1' });
    clock.pass(86_401);
    monitor.collect();
    const observation = {
      metric: 'turnscope_conversation_turns',
      labels: { process_type: 'tactical' },
      value: 1,
    };
    expect(heard).toEqual([observation, observation]);
  });

  it('hears of a turn that started before it listened', () => {
    const monitor = createMonitor();
    const turn = monitor.startTurn(exchange);
    const heard = listen(monitor);
    turn.end('success');
    expect(heard.map(({ metric }) => metric)).toEqual(['turnscope_turn_duration_seconds']);
  });

  it('hears nothing of what is refused, discarded or observed nowhere', () => {
    const monitor = createMonitor();
    const heard = listen(monitor);
    monitor.recordTurn({ ...exchange, durationSeconds: -1 });
    monitor.recordTurn({ ...exchange, durationSeconds: 6 * 3600 + 1 });
    monitor.recordRetry({ ...exchange, reason: 'overloaded' });
    expect(heard).toEqual([]);
    expect(read(monitor, 'turnscope_durations_discarded_total', { event: 'turn' })).toBe(1);
  });

  it('hears nothing any more when it has had enough, while another one does', () => {
    const monitor = createMonitor();
    const heard: number[] = [];
    const stop = monitor.on('observation', ({ value }) => heard.push(value));
    const other = listen(monitor);
    monitor.recordResponse({ ...exchange, durationSeconds: 1 });
    stop();
    monitor.recordResponse({ ...exchange, durationSeconds: 2 });
    expect([heard, other.map(({ value }) => value)]).toEqual([[1], [1, 2]]);
  });

  it('that throws or records again harms nothing', () => {
    const monitor = createMonitor({ strict: true });
    let again = true;
    monitor.on('observation', () => {
      if (again) {
        again = false;
        monitor.recordResponse({ ...exchange, durationSeconds: 2 });
      }
      throw new Error('broken');
    });
    monitor.recordResponse({ ...exchange, durationSeconds: 1 });
    expect(read(monitor, 'turnscope_callback_failures_total', { event: 'observation' })).toBe(2);
    const labels = { process_type: 'tactical', model: 'opus', outcome: 'success' };
    expect(read(monitor, 'turnscope_responses_total', labels)).toBe(2);
  });

  it('hears of an event that a listener of breaches records in the middle of another', () => {
    const monitor = createMonitor();
    const heard = listen(monitor);
    let again = true;
    monitor.on('breach', () => {
      if (!again) return;
      again = false;
      monitor.recordResponse({ ...exchange, durationSeconds: 7 });
    });
    monitor.recordResponse({ ...exchange, durationSeconds: 8, timeToFirstTokenSeconds: 1 });
    // In the order in which they were observed.
    expect(heard.map(({ value }) => value)).toEqual([8, 1, 7]);
    expect(histogramsOf(heard)).toEqual(histogramsShown(monitor));
  });
});

describe('for any right events', () => {
  it.each([
    ['with room', { labels: userLabels }],
    ['without room', tight],
  ])('%s, observations are what the histograms show', (_name, options) => {
    fc.assert(
      fc.property(attributedEvents, (events) => {
        const monitor = createMonitor({ ...options, strict: true });
        const heard = listen(monitor);
        for (const event of events) monitor.record(event);
        // The first look ends the conversations that have been quiet for a day.
        monitor.collect();
        expect(rounded(histogramsOf(heard))).toEqual(rounded(histogramsShown(monitor)));
      }),
      { numRuns: 100 },
    );
  });

  it.each([
    ['with room', { labels: userLabels }],
    ['without room', tight],
  ])('%s, a listener changes no number', (_name, options) => {
    fc.assert(
      fc.property(attributedEvents, (events) => {
        const plain = createMonitor(options);
        const heard = createMonitor(options);
        listen(heard);
        for (const event of events) {
          plain.record(event);
          heard.record(event);
        }
        expect(readAll(heard)).toEqual(readAll(plain));
      }),
      { numRuns: 100 },
    );
  });
});
