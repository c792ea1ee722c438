import { type Clock, type MonitorOptions, PerformanceMonitor } from '@turnscope/core';
import { AgentsAtWork, type Mood } from './agents-at-work.ts';
import { type SampledSeries, Scraper } from './sampled-series.ts';

/** How an exporter's time goes on: so many minutes in a mood. */
export interface Stretch {
  readonly minutes: number;
  readonly mood: Mood;
}

/** Who it is, and how much it may hold; by default enough. */
interface ExporterSetting
  extends Pick<MonitorOptions, 'rowLimit' | 'labelLimits' | 'conversationLimit'> {
  readonly instance: string;
  readonly seed: number;
  /** Epoch milliseconds. */
  readonly startedAt: number;
}

/** As often the monitor evaluates. */
const tickSeconds = 15;
/** History is stored as a Prometheus with this interval would have. */
const scrapeSeconds = 60;

/**
 * An exporter whose agents do everything that can be told of, with all faults that an exporter can have. Its
 * past is played on a clock of its own; then it goes on with the machine's. MUTABLE.
 */
export class EventfulExporter {
  readonly monitor: PerformanceMonitor;
  readonly #instance: string;
  readonly #work: AgentsAtWork;
  readonly #sink;
  readonly #notifiers;
  /** Undefined: the machine's time. */
  #now: number | undefined;
  #ticks = 0;

  constructor({ instance, seed, startedAt, ...bounds }: ExporterSetting) {
    this.#instance = instance;
    this.#now = startedAt;
    this.#work = new AgentsAtWork(seed);
    const clock: Clock = { now: () => this.#now ?? Date.now() };
    this.monitor = new PerformanceMonitor({
      clock,
      thresholds: { profile: 'coding-agent' },
      processTypes: ['strategic', 'tactical', 'subagent'],
      ...bounds,
      sources: ['code', 'transcripts', 'stream', 'processes', 'otlp', 'server'],
    });
    this.#sink = this.monitor.enableSource('stream');
    this.#sink.agentsLive(3);
    this.#notifiers = [
      this.monitor.enableNotifier('alertmanager'),
      this.monitor.enableNotifier('webhook'),
    ];
    this.monitor.on('breach', () => {
      throw new Error('An application that does not look after its callbacks');
    });
  }

  /** Plays stretches that end at a time, and tells what a Prometheus that scrapes would have stored, `up` included. */
  playUntil(end: number, stretches: readonly Stretch[]): readonly SampledSeries[] {
    const target = { job: 'turnscope', instance: this.#instance };
    const scraper = new Scraper('all', target);
    const minutes = stretches.reduce((sum, stretch) => sum + stretch.minutes, 0);
    this.#now = end - minutes * 60_000;
    for (const stretch of stretches) this.#playStretch(stretch, scraper);
    const { series } = scraper;
    const info = series.find(({ name }) => name === 'turnscope_build_info');
    return info ? [...series, { ...info, name: 'up', labels: target }] : series;
  }

  /** From now on it lives in the machine's time. Tells how to end that. */
  goLive(mood: Mood): () => void {
    this.#now = undefined;
    const timer = setInterval(() => this.#happen(tickSeconds, mood), 250);
    return () => clearInterval(timer);
  }

  #playStretch({ minutes, mood }: Stretch, scraper: Scraper): void {
    for (let left = minutes * 60; left > 0; left -= tickSeconds) {
      this.#now = (this.#now ?? 0) + tickSeconds * 1000;
      this.#happen(tickSeconds, mood);
      this.monitor.evaluate();
      if ((left / tickSeconds) % (scrapeSeconds / tickSeconds) !== 0) continue;
      this.monitor.recordScrape({ format: 'openmetrics', code: 200, durationSeconds: 0.004 });
      scraper.scrape(this.monitor.collect());
    }
  }

  #happen(seconds: number, mood: Mood): void {
    const now = this.#now ?? Date.now();
    for (const event of this.#work.play(seconds, mood, now)) this.#sink.record(event);
    this.#ticks += 1;
    if (this.#ticks % 40 === 0) this.#goWrong(now);
  }

  /** What hardly happens, and must be seen when it does. */
  #goWrong(now: number): void {
    const common = { at: now, processType: 'tactical', conversationId: 'tactical 0' } as const;
    this.#sink.parseError('json');
    this.#sink.record({ ...common, type: 'turn', outcome: 'success', durationSeconds: -1 });
    this.#sink.record({ ...common, type: 'turn', outcome: 'success', durationSeconds: 30_000 });
    this.#notifiers.forEach((notifier, at) => {
      notifier.count('sent', 3);
      notifier.count('failed', 1);
      notifier.queued(at);
    });
  }
}
