import type { Operand, SignalDefinition, Thresholds } from '@turnscope/core';
import { signals } from '@turnscope/core';
import {
  evaluateExpression,
  type Value,
} from '../../packages/core/src/evaluator/evaluate-expression.ts';
import { OperandLayout, type OperandPlace } from '../../packages/core/src/window/operand-layout.ts';
import type { Window } from '../../packages/core/src/window/window.ts';
import { latestIn, type Range, type Samples } from './extrapolated-increase.ts';
import type { SampledSeries } from './sampled-series.ts';

/** How much a series grew in a range; undefined where that cannot be told. */
export type Increase = (series: Samples, range: Range) => number | undefined;

const layout = new OperandLayout(signals.flatMap(({ value, samples }) => [value, samples]));

/** The metrics that signals read. */
export const operandMetrics: ReadonlySet<string> = new Set(
  layout.places.map(({ operand }) => operand.metric.name),
);

/** The operands of the signals, put together from what a scraper stored. */
export class SampledOperands {
  /** The process types; what is about the adapter itself has an empty one. */
  readonly groups: readonly string[];
  /** By group and operand. */
  readonly #members: ReadonlyMap<string, readonly SampledSeries[]>;

  constructor(series: readonly SampledSeries[]) {
    this.groups = [...new Set(['', ...series.map(groupOf)])];
    this.#members = new Map(
      this.groups.flatMap((group, at) =>
        layout.places.map((place): [string, readonly SampledSeries[]] => [
          keyOf(at, place),
          series.filter((each) => groupOf(each) === group && matches(each, place.operand)),
        ]),
      ),
    );
  }

  /** A signal as core's own interpreter computes it. */
  read(
    signal: SignalDefinition,
    group: string,
    window: SampledWindow,
    thresholds: Thresholds,
  ): Value {
    const facts = {
      layout,
      window,
      group: this.groups.indexOf(group),
      thresholds: thresholds.for(group),
    };
    const samples = evaluateExpression(signal.samples, facts) ?? 0;
    return samples < signal.minSamples ? undefined : evaluateExpression(signal.value, facts);
  }

  /** The series of an operand in a group. */
  membersOf(group: number, place: OperandPlace): readonly SampledSeries[] {
    return this.#members.get(keyOf(group, place)) ?? [];
  }
}

/** A window over stored samples. MUTABLE: remembers what it computed. */
export class SampledWindow implements Pick<Window, 'increase' | 'latest'> {
  readonly #operands: SampledOperands;
  readonly #range: Range;
  /** When the last scrape in the range was. */
  readonly #lastAt: number;
  readonly #increase: Increase;
  readonly #known = new Map<string, Float64Array>();

  constructor(
    operands: SampledOperands,
    range: Range & { readonly lastAt: number },
    increase: Increase,
  ) {
    this.#operands = operands;
    this.#range = range;
    this.#lastAt = range.lastAt;
    this.#increase = increase;
  }

  increase(at: number): number {
    const { group, place } = placeAt(at);
    const key = keyOf(group, place);
    let cells = this.#known.get(key);
    if (cells === undefined) {
      cells = this.#cellsOf(group, place);
      this.#known.set(key, cells);
    }
    return cells[at - group * layout.size - place.offset] ?? 0;
  }

  latest(at: number): number {
    const { group, place } = placeAt(at);
    const moment = { from: this.#lastAt, to: this.#lastAt };
    const values = this.#operands
      .membersOf(group, place)
      .map((series) => latestIn(series, moment) ?? Number.NaN)
      .filter((value) => !Number.isNaN(value));
    return values.length === 0 ? Number.NaN : Math.max(...values);
  }

  #cellsOf(group: number, place: OperandPlace): Float64Array {
    // The count of a histogram has no place: no operand reads it, for its last bucket says the same.
    const sums = new Float64Array(place.size);
    for (const series of this.#operands.membersOf(group, place)) {
      sums[series.cell] = (sums[series.cell] ?? 0) + (this.#increase(series, this.#range) ?? 0);
    }
    return place.size === 1 ? sums : singleBuckets(sums);
  }
}

/**
 * Stored buckets hold all smaller values too, core's do not. Stretched by different factors a larger one may come out
 * smaller; `histogram_quantile` lifts it to the one before.
 */
function singleBuckets(sums: Float64Array): Float64Array {
  let below = 0;
  return sums.map((value, cell) => {
    if (cell === sums.length - 1) return value;
    const single = Math.max(0, value - below);
    below = Math.max(below, value);
    return single;
  });
}

function placeAt(at: number): { group: number; place: OperandPlace } {
  const group = Math.floor(at / layout.size);
  const inside = at - group * layout.size;
  const place = layout.places.find(
    ({ offset, size }) => inside >= offset && inside < offset + size,
  );
  if (place === undefined) throw new Error(`there is no operand at ${at}`);
  return { group, place };
}

function keyOf(group: number, { offset }: OperandPlace): string {
  return `${group} ${offset}`;
}

function groupOf({ labels }: SampledSeries): string {
  return labels['process_type'] ?? '';
}

function matches({ metric, labels }: SampledSeries, { metric: read, where }: Operand): boolean {
  return (
    metric === read.name &&
    Object.entries(where).every(([name, allowed]) => allowed.includes(labels[name] ?? ''))
  );
}
