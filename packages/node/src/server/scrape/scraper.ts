import type { Clock, MetricFamily, PerformanceMonitor } from '@turnscope/core';
import { contentTypes, createRenderer, type Format, type Renderer } from '@turnscope/exposition';
import { pacedPieces } from './paced-pieces.ts';
import { type ScrapeBody, scrapeBody } from './scrape-body.ts';
import { WorkTime } from './work-time.ts';

/** What the metrics are rendered from. */
export interface ScraperOptions {
  readonly monitor: PerformanceMonitor;
  readonly families?: (() => readonly MetricFamily[]) | undefined;
  readonly created?: boolean | undefined;
  readonly ready: () => boolean;
  readonly onError: (error: unknown) => void;
  readonly stopwatch: Clock;
}

/** An answer to a scrape. */
export interface ScrapeAnswer {
  readonly code: number;
  readonly type: string;
  readonly body: ScrapeBody;
}

/** Each running scrape holds its own numbers, so there is an end to how many run at once. */
const mostAtOnce = 10;

/**
 * Answers scrapes and counts them. The time counted is that of writing them, not of sending. One whose
 * client leaves counts as what it was to be.
 */
export class Scraper {
  readonly #options: ScraperOptions;
  readonly #renderers = new Map<Format, Renderer>();
  #running = 0;

  constructor(options: ScraperOptions) {
    this.#options = options;
  }

  async answer(format: Format): Promise<ScrapeAnswer> {
    if (!this.#options.ready()) {
      return this.#refuse(format, 'History is still being read; try again in a moment.');
    }
    if (this.#running >= mostAtOnce) {
      return this.#refuse(format, 'Too many scrapes at once; try again in a moment.');
    }
    try {
      const body = await scrapeBody(this.#pieces(format));
      return { code: 200, type: contentTypes[format], body };
    } catch {
      return sentence(500, 'The metrics could not be written; Turnscope tells why where it runs.');
    }
  }

  async *#pieces(format: Format): AsyncGenerator<Buffer, void> {
    const { monitor, stopwatch, onError } = this.#options;
    const work = new WorkTime(stopwatch);
    let code = 200;
    this.#running += 1;
    try {
      yield* pacedPieces(this.#render(format, work), work);
    } catch (error) {
      code = 500;
      onError(error);
      throw error;
    } finally {
      this.#running -= 1;
      monitor.recordScrape({ format, code, durationSeconds: work.seconds });
    }
  }

  #render(format: Format, work: WorkTime): Iterable<string | Uint8Array> {
    const { monitor, families } = this.#options;
    return work.of(() => {
      const { now, families: own } = monitor.collect();
      const all = families === undefined ? own : [...own, ...families()];
      return this.#rendererOf(format).render({ now, families: all });
    });
  }

  #rendererOf(format: Format): Renderer {
    const known = this.#renderers.get(format);
    if (known) return known;
    const made = createRenderer(format, { created: this.#options.created });
    this.#renderers.set(format, made);
    return made;
  }

  #refuse(format: Format, text: string): ScrapeAnswer {
    const { monitor } = this.#options;
    monitor.recordScrape({ format, code: 503, durationSeconds: 0 });
    return sentence(503, text);
  }
}

function sentence(code: number, text: string): ScrapeAnswer {
  return { code, type: 'text/plain; charset=utf-8', body: Buffer.from(`${text}\n`) };
}
