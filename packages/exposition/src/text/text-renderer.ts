import type { Collection, MetricFamily, MetricSeries } from '@turnscope/core';
import { escapeHelp } from './escape.ts';
import { formatNumber } from './format-number.ts';
import { bucketEnds, type SeriesText, seriesText } from './series-text.ts';

/** Writes metrics in the Prometheus text format 0.0.4. */
export interface TextRenderer {
  /**
   * `collection` is what `monitor.collect()` gives, with or without families of others.
   *
   * The text in pieces of about 64 kB; joined they are the answer to a scrape. A family without
   * series is left out. Series are read while the pieces are taken, so take them all before letting
   * others run. Half of a surrogate pair becomes U+FFFD where the text is encoded; -0 becomes 0.
   *
   * Names of metrics and labels are written as they are: the catalogue is right, and families of
   * others must be.
   */
  render(collection: Collection): Iterable<string>;
}

/** One V8 string built by concatenation is the fastest; beyond this size it is handed out. */
const pieceLength = 64 * 1024;

/**
 * A renderer, to be kept for as long as what it renders: it remembers the label text of each series,
 * and forgets it with the series. MUTABLE: that memory, and one array that histograms are read into.
 */
export function createTextRenderer(): TextRenderer {
  const renderer = new CachingRenderer();
  return { render: (collection) => renderer.render(collection) };
}

class CachingRenderer {
  readonly #series = new WeakMap<MetricSeries, SeriesText>();
  readonly #bucketEnds = new WeakMap<readonly number[], readonly string[]>();
  #cells = new Float64Array(64);

  *render({ families, now }: Collection): Generator<string, void> {
    let text = '';
    for (const family of families) {
      if (family.series.length === 0) continue;
      text += `# HELP ${family.name} ${escapeHelp(family.help)}\n`;
      text += `# TYPE ${family.name} ${family.kind}\n`;
      for (const series of family.series) {
        text += this.#lines(family, series, now);
        if (text.length < pieceLength) continue;
        yield text;
        text = '';
      }
    }
    if (text !== '') yield text;
  }

  #lines(family: MetricFamily, series: MetricSeries, now: number): string {
    if (family.kind === 'histogram') return this.#histogram(family, series, now);
    return `${family.name}${this.#textOf(family, series).labels}${formatNumber(series.value(now))}\n`;
  }

  #histogram(family: MetricFamily, series: MetricSeries, now: number): string {
    const ends = this.#endsOf(family.bounds ?? []);
    const cells = this.#read(series, now, ends.length + 1);
    const { labels, beforeLe } = this.#textOf(family, series);
    const beforeEnd = `${family.name}_bucket${beforeLe}`;
    let text = '';
    let count = 0;
    for (let at = 0; at < ends.length; at += 1) {
      count += cells[at] ?? 0;
      text += `${beforeEnd}${ends[at]}${count}\n`;
    }
    text += `${family.name}_sum${labels}${formatNumber(cells[ends.length] ?? 0)}\n`;
    return `${text}${family.name}_count${labels}${count}\n`;
  }

  /** The counts of the buckets, then the sum; valid until the next call. */
  #read(series: MetricSeries, now: number, size: number): Float64Array {
    if (this.#cells.length < size) this.#cells = new Float64Array(size);
    const cells = this.#cells.subarray(0, size);
    series.read(now, cells);
    return cells;
  }

  #textOf(family: MetricFamily, series: MetricSeries): SeriesText {
    const known = this.#series.get(series);
    if (known) return known;
    const made = seriesText(family, series);
    this.#series.set(series, made);
    return made;
  }

  #endsOf(bounds: readonly number[]): readonly string[] {
    const known = this.#bucketEnds.get(bounds);
    if (known) return known;
    const made = bucketEnds(bounds);
    this.#bucketEnds.set(bounds, made);
    return made;
  }
}
