import type { MetricFamily, MetricSeries } from '@turnscope/core';
import { exemplarOf } from '../exemplar-of.ts';
import type { FamilyReading } from '../reading/family-reading.ts';
import type { Dialect } from './dialect.ts';
import { escapeText } from './escape.ts';
import { flat } from './flat.ts';
import { formatNumber } from './format-number.ts';

/** Writes the samples of one family in one dialect, with what never changes for it ready. */
export class FamilyText {
  /** The lines before the samples. */
  readonly header: string;
  readonly #family: MetricFamily;
  readonly #dialect: Dialect;
  readonly #sampleName: string;
  /** The ends of bucket names, `le="0.5"} ` and so on; the last is +Inf. */
  readonly #bucketEnds: readonly string[];
  readonly #created: boolean;

  /** `created`: whether the samples of a series end with the time of its beginning. */
  constructor(family: MetricFamily, dialect: Dialect, created = false) {
    this.#created = created && family.kind !== 'gauge';
    this.header = dialect.header(family);
    this.#family = family;
    this.#dialect = dialect;
    this.#sampleName = dialect.sampleName(family);
    const bounds = [...(family.bounds ?? []), Number.POSITIVE_INFINITY];
    this.#bucketEnds = bounds.map((bound) => `le="${dialect.bound(bound)}"} `);
  }

  /** When a series began, where its lines say it; NaN otherwise. */
  startOf(series: MetricSeries): number {
    return this.#created ? (series.startedAt?.() ?? Number.NaN) : Number.NaN;
  }

  /** The lines of the series at a place of a reading. */
  lines(reading: FamilyReading, at: number): string {
    const series = reading.series[at];
    if (series === undefined) return '';
    const labels = this.#labelsOf(series);
    const behind = this.#createdLine(this.startOf(series), labels);
    if (this.#family.kind === 'histogram') return this.#histogram(reading, at, labels) + behind;
    return `${this.#sampleName}${enclosed(labels)}${formatNumber(reading.cells[at] ?? 0)}\n${behind}`;
  }

  #createdLine(time: number, labels: string): string {
    if (Number.isNaN(time)) return '';
    const name = this.#sampleName.replace(/_total$/, '');
    return `${name}_created${enclosed(labels)}${formatNumber(time / 1000)}\n`;
  }

  #histogram({ series, cells, size }: FamilyReading, at: number, labels: string): string {
    const ends = this.#bucketEnds;
    const { name } = this.#family;
    const start = `${name}_bucket{${labels}${labels === '' ? '' : ','}`;
    const next = flat(`\n${start}`);
    const first = at * size;
    const exemplars = series[at]?.exemplar ? series[at] : undefined;
    let text = '';
    let count = 0;
    for (let bucket = 0; bucket < ends.length; bucket += 1) {
      const own = cells[first + bucket] ?? 0;
      count += own;
      const exemplar = exemplars && own > 0 ? this.#exemplar(exemplars, bucket) : '';
      text += `${bucket === 0 ? start : next}${ends[bucket]}${count}${exemplar}`;
    }
    const behind = enclosed(labels);
    text += `\n${name}_sum${behind}${formatNumber(cells[first + ends.length] ?? 0)}\n`;
    return `${text}${name}_count${behind}${count}\n`;
  }

  #exemplar(series: MetricSeries, bucket: number): string {
    const exemplar = exemplarOf(series, bucket);
    return exemplar ? this.#dialect.exemplar(exemplar) : '';
  }

  /** `model="m",outcome="error"` */
  #labelsOf({ labelValues }: MetricSeries): string {
    let text = '';
    for (const [at, name] of this.#family.labels.entries()) {
      text += `${at === 0 ? '' : ','}${name}="${escapeText(labelValues[at] ?? '')}"`;
    }
    return text;
  }
}

/** What stands between a name and a value: `{model="m"} `, or a space where there are no labels. */
function enclosed(labels: string): string {
  return labels === '' ? ' ' : `{${labels}} `;
}
