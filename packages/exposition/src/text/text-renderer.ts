import type { Collection, MetricFamily } from '@turnscope/core';
import { readFamilies } from '../reading/family-reading.ts';
import type { Dialect } from './dialect.ts';
import { FamilyText } from './family-text.ts';
import { openMetricsDialect } from './openmetrics-dialect.ts';
import { plainDialect } from './plain-dialect.ts';
import { WrittenSeries } from './written-series.ts';

/** Writes metrics as text. */
export interface TextRenderer {
  /**
   * `collection` is what `monitor.collect()` gives, with or without families of others.
   *
   * The text in pieces of about 64 kB, some of which are empty; joined they are the answer to a scrape.
   * Others may run between two pieces: all series are read before the first piece that is not empty,
   * and at one moment if nothing runs before that. A family without series is left out. Half of a surrogate pair becomes
   * U+FFFD where the text is encoded; -0 becomes 0.
   *
   * Names of metrics and labels are written as they are: the catalogue is right, and families of
   * others must be.
   */
  render(collection: Collection): Iterable<string>;
}

/** One V8 string built by concatenation is the fastest; beyond this size it is handed out. */
const pieceLength = 64 * 1024;

/** So much of the text of a scrape, from its beginning, is kept for the next one: 10,000 histograms. */
const keptLength = 24 * 1024 * 1024;

/**
 * A renderer of text 0.0.4, to be kept for as long as what it renders: it remembers the lines of each
 * series and writes only those anew that have changed. It forgets them with their family. MUTABLE:
 * that memory, of 24 MB at most.
 */
export function createTextRenderer(): TextRenderer {
  return new DialectRenderer(plainDialect);
}

/** The same for OpenMetrics 1.0. `created`: with the time at which each counter and histogram began; default false. */
export function createOpenMetricsRenderer({
  created = false,
}: {
  readonly created?: boolean | undefined;
} = {}): TextRenderer {
  return new DialectRenderer(openMetricsDialect, created);
}

interface Known {
  readonly text: FamilyText;
  readonly written: WrittenSeries;
}

class DialectRenderer implements TextRenderer {
  readonly #dialect: Dialect;
  readonly #created: boolean;
  readonly #known = new WeakMap<MetricFamily, Known>();

  constructor(dialect: Dialect, created = false) {
    this.#dialect = dialect;
    this.#created = created;
  }

  *render(collection: Collection): Generator<string, void> {
    const readings = yield* readFamilies(collection, { pause: '' });
    let piece = '';
    let length = 0;
    for (const reading of readings) {
      const { text, written } = this.#knownOf(reading.family);
      piece += text.header;
      for (let at = 0; at < reading.series.length; at += 1) {
        const keeping = length < keptLength;
        piece += keeping ? written.lines(reading, at) : text.lines(reading, at);
        if (piece.length < pieceLength) continue;
        length += piece.length;
        yield piece;
        piece = '';
      }
    }
    piece += this.#dialect.end;
    if (piece !== '') yield piece;
  }

  #knownOf(family: MetricFamily): Known {
    const known = this.#known.get(family);
    if (known) return known;
    const text = new FamilyText(family, this.#dialect, this.#created);
    const made = { text, written: new WrittenSeries(text) };
    this.#known.set(family, made);
    return made;
  }
}
