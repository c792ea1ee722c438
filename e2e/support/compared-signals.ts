import { type SignalDefinition, type SignalName, signals, windows } from '@turnscope/core';
import type { Value } from '../../packages/core/src/evaluator/evaluate-expression.ts';
import type { Range } from './extrapolated-increase.ts';
import type { PrometheusServer, Result } from './prometheus-server.ts';
import type { RecordedHistory } from './recorded-history.ts';
import { type Increase, SampledOperands, SampledWindow } from './sampled-operands.ts';

/** A signal of a process type at one moment, as two sides have it. */
export interface Compared {
  readonly signal: SignalName;
  /** Empty for what is about the adapter. */
  readonly processType: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly local: Value;
  readonly other: Value;
}

/** A window and the scrapes that lie in it. */
export interface ScrapedWindow extends Range {
  readonly firstAt: number;
  readonly lastAt: number;
  readonly scrapes: number;
}

/** A history, ready to be asked for its signals. */
export class HistoryOfSignals {
  readonly #history: RecordedHistory;
  readonly #operands: SampledOperands;

  constructor(history: RecordedHistory) {
    this.#history = history;
    this.#operands = new SampledOperands(history.series);
  }

  /** The window of a signal that ends at a time and begins not before another; undefined without two scrapes in it. */
  windowOf({ window }: SignalDefinition, to: number, since = 0): ScrapedWindow | undefined {
    const from = Math.max(to - windows[window] * 1000, since);
    const inside = this.#history.scrapes.filter(({ at }) => at >= from && at <= to);
    const [firstAt, lastAt] = [inside[0]?.at, inside.at(-1)?.at];
    if (firstAt === undefined || lastAt === undefined || inside.length < 2) return undefined;
    return { from, to, firstAt, lastAt, scrapes: inside.length };
  }

  /** A signal by process type, as core computes it over what a scraper stored. */
  read(
    signal: SignalDefinition,
    window: ScrapedWindow | undefined,
    increase: Increase,
  ): ReadonlyMap<string, Value> {
    const sampled = window && new SampledWindow(this.#operands, window, increase);
    const groups = this.#operands.groups.filter((name) => (name === '') === isAdapters(signal));
    return new Map(
      groups.map((name) => [
        name,
        sampled && this.#operands.read(signal, name, sampled, this.#history.thresholds),
      ]),
    );
  }
}

/** Signals as queries. */
export interface Queries {
  of(signal: SignalDefinition): string;
  /** Whose answers count; left out: everybody's, where they are one. */
  readonly instance?: string | undefined;
}

interface Asked {
  readonly queries: Queries;
  readonly signal: SignalDefinition;
}

/** Asks Prometheus for a signal at a time. */
export async function askAt(
  prometheus: PrometheusServer,
  { queries, signal }: Asked,
  at: number,
): Promise<ReadonlyMap<string, number>> {
  const results = await prometheus.query(queries.of(signal), at / 1000);
  return new Map(
    results
      .filter(isOf(queries))
      .map(({ metric, value }) => [processTypeOf({ metric }), Number(value?.[1])]),
  );
}

/** Asks Prometheus for a signal at equal steps; the answer is by time. */
export async function askBetween(
  prometheus: PrometheusServer,
  { queries, signal }: Asked,
  times: readonly number[],
): Promise<ReadonlyMap<number, ReadonlyMap<string, number>>> {
  const [start = 0, second = start, end = times.at(-1) ?? start] = times.map((at) => at / 1000);
  const steps = { start, end: (times.at(-1) ?? end) / 1000, step: second - start };
  const results = await prometheus.queryRange(queries.of(signal), steps);
  const answers = new Map(times.map((at) => [at, new Map<string, number>()]));
  for (const { metric, values = [] } of results.filter(isOf(queries))) {
    for (const [seconds, value] of values) {
      answers.get(seconds * 1000)?.set(processTypeOf({ metric }), Number(value));
    }
  }
  return answers;
}

/** Puts side by side what two sides say of a signal at a time, whoever has a value. */
export function compare(
  { name }: SignalDefinition,
  at: number,
  local: ReadonlyMap<string, Value>,
  other: ReadonlyMap<string, Value>,
): readonly Compared[] {
  return [...new Set([...local.keys(), ...other.keys()])].map((processType) => ({
    signal: name,
    processType,
    at,
    local: local.get(processType),
    other: other.get(processType),
  }));
}

/** Those where only one side has a value, or the two differ by more than so much of it. */
export function differing(compared: readonly Compared[], tolerance: number): readonly Compared[] {
  return compared.filter(({ local, other }) => {
    if (local === undefined || other === undefined) return local !== other;
    return !(Math.abs(local - other) <= tolerance * Math.abs(other));
  });
}

/** How often both sides have a value, by signal; of every signal. */
export function agreeingOn(compared: readonly Compared[]): ReadonlyMap<SignalName, number> {
  return new Map(
    signals.map(({ name }) => [
      name,
      compared.filter(({ signal, local }) => signal === name && local !== undefined).length,
    ]),
  );
}

function isOf({ instance }: Queries): (result: Pick<Result, 'metric'>) => boolean {
  return ({ metric }) => instance === undefined || metric['instance'] === instance;
}

function isAdapters({ by }: SignalDefinition): boolean {
  return by === 'adapter';
}

function processTypeOf({ metric }: Pick<Result, 'metric'>): string {
  return metric['process_type'] ?? '';
}
