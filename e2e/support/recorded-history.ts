import {
  type Clock,
  type LiveSourceSink,
  PerformanceMonitor,
  type SignalReading,
  type Thresholds,
} from '@turnscope/core';
import { pseudoRandom } from './day-of-work.ts';
import { type SampledSeries, Scraper } from './sampled-series.ts';
import { drawEvent, type Phase, type Random } from './work-script.ts';

/** What is to happen, and when it begins: epoch milliseconds. */
export interface HistoryScript {
  readonly name: string;
  readonly seed: number;
  readonly startedAt: number;
  readonly rowLimit?: number;
  /** Where the exporter runs. */
  readonly host?: string;
  /** Projects that the user attributes events to; each event to one of them or to none. */
  readonly projects?: readonly string[];
  readonly phases: readonly Phase[];
}

/** What a scraper saw of it, and what the monitor itself said each time. */
export interface RecordedHistory {
  readonly name: string;
  /** The label that the scraper gave to its series. */
  readonly instance: string;
  readonly series: readonly SampledSeries[];
  readonly scrapes: readonly RecordedScrape[];
  readonly thresholds: Thresholds;
}

interface RecordedScrape {
  readonly at: number;
  /** When this exporter was scraped first. */
  readonly since: number;
  readonly readings: readonly SignalReading[];
}

const intervalMs = 15_000;
/** Between the last scrape of an exporter and the first of the next. */
const startMs = 5_000;
/** An eighth of a second: in seconds these times have no more digits than a float holds. */
const tickMs = 125;

/** Plays a script into a monitor on a clock of its own, and scrapes the named metrics as it goes. */
export function recordHistory(
  script: HistoryScript,
  metrics: ReadonlySet<string>,
): RecordedHistory {
  const recording = new Recording(script, metrics);
  for (const phase of script.phases) recording.play(phase);
  return recording.recorded;
}

class Recording {
  readonly #script: HistoryScript;
  readonly #random: Random;
  readonly #instance: string;
  readonly #scraper: Scraper;
  readonly #scrapes: RecordedScrape[] = [];
  #now: number;
  #exporter: Exporter;

  constructor(script: HistoryScript, metrics: ReadonlySet<string>) {
    this.#script = script;
    this.#random = pseudoRandom(script.seed);
    this.#instance = `${script.host ?? 'host'}:10464`;
    this.#scraper = new Scraper(metrics, { job: 'turnscope', instance: this.#instance });
    this.#now = script.startedAt;
    this.#exporter = this.#newExporter();
  }

  get recorded(): RecordedHistory {
    const { thresholds } = this.#exporter.monitor;
    const { name } = this.#script;
    const { series } = this.#scraper;
    return { name, instance: this.#instance, series, scrapes: this.#scrapes, thresholds };
  }

  play(phase: Phase): void {
    const end = this.#now + phase.minutes * 60_000;
    if (phase.newExporter) {
      this.#now += startMs;
      this.#exporter = this.#newExporter();
    }
    this.#exporter.sink.agentsLive(phase.agentsLive ?? 0);
    while (!phase.asleep && this.#now < end) this.#playInterval(phase);
    this.#now = Math.max(this.#now, end);
  }

  /** Everything happens in the middle, and then comes a scrape. */
  #playInterval({ team, eventsPerMinute, jitter = 0 }: Phase): void {
    const ticks = Math.floor(this.#random() * jitter * (1000 / tickMs));
    const end = this.#now + intervalMs + ticks * tickMs;
    this.#now += intervalMs / 2;
    for (let left = (eventsPerMinute * intervalMs) / 60_000; this.#random() < left; left -= 1) {
      const event = drawEvent(team, this.#random, this.#now);
      this.#exporter.sink.record({ ...event, ...this.#attribution() });
    }
    this.#now = end;
    this.#scrape(this.#exporter.monitor, this.#exporter.since);
  }

  #attribution(): { labels?: Readonly<Record<string, string>> } {
    const { projects } = this.#script;
    const project = projects?.[Math.floor(this.#random() * (projects.length + 1))];
    return project === undefined ? {} : { labels: { project } };
  }

  #scrape(monitor: PerformanceMonitor, since: number): void {
    this.#scraper.scrape(monitor.collect());
    this.#scrapes.push({ at: this.#now, since, readings: monitor.signals() });
  }

  #newExporter(): Exporter {
    const clock: Clock = { now: () => this.#now };
    const overrides = { tactical: { compaction_duration: { warning: 60, critical: 120 } } };
    const monitor = new PerformanceMonitor({
      clock,
      strict: true,
      rowLimit: this.#script.rowLimit,
      ...(this.#script.projects && { labels: { project: this.#script.projects } }),
      thresholds: { profile: 'coding-agent', overrides },
    });
    const sink = monitor.enableSource('stream');
    // Scraped as soon as it is there, where the monitor's own windows begin.
    this.#scrape(monitor, this.#now);
    return { monitor, sink, since: this.#now };
  }
}

interface Exporter {
  readonly monitor: PerformanceMonitor;
  readonly sink: LiveSourceSink;
  readonly since: number;
}
