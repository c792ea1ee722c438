import type { Thresholds } from './catalogue/resolve-thresholds.ts';
import type { SourceName } from './catalogue/source-names.ts';
import type { Clock } from './clock.ts';
import type { AgentEvent, EventInput } from './events/event.ts';
import { parseTurnStart } from './events/parse-turn.ts';
import { EventRejection } from './events/rejection.ts';
import { type MonitorOptions, resolveOptions } from './monitor-options.ts';
import { createParts, type MonitorParts } from './monitor-parts.ts';
import { type MonitorState, readMonitorState, writeMonitorState } from './monitor-state.ts';
import type { Scrape } from './recorder/health-recorder.ts';
import { type Intake, offIntake } from './recorder/intake.ts';
import type { SourceSink } from './source-sink.ts';
import type { MetricFamily } from './store/metric-family.ts';
import { offTurn, startTurn, type Turn, type TurnStart } from './turn.ts';

/** The metrics at one moment. Valid until the caller lets others run; then collect again. */
export interface Collection {
  /** The time to read series at: epoch milliseconds. */
  readonly now: number;
  readonly families: readonly MetricFamily[];
}

/**
 * The one object a user holds: it takes events, keeps their counts and shows them as metrics.
 *
 * No `record…` method throws: a wrong event is refused, counted in
 * `turnscope_events_rejected_total` and moves nothing else. With `strict` it throws a TypeError that
 * says what is wrong. Recording is synchronous arithmetic and keeps no reference to the event.
 */
export class PerformanceMonitor {
  readonly #parts: MonitorParts;
  readonly #intake: Intake;
  readonly #clock: Clock;
  readonly #enabled: boolean;
  readonly #sources: Set<SourceName>;

  /** Throws a RangeError that names the option when a limit or a threshold makes no sense. */
  constructor(options: MonitorOptions = {}) {
    const resolved = resolveOptions(options);
    this.#enabled = options.enabled ?? true;
    this.#clock = resolved.clock;
    this.#sources = new Set<SourceName>(['self', ...resolved.sources]);
    this.#parts = createParts(resolved);
    this.#intake = this.#enabled ? this.#parts.intake : offIntake;
  }

  /** The thresholds in force, by process type. */
  get thresholds(): Thresholds {
    return this.#parts.thresholds;
  }

  /** A turn that was exactly one response: counts as both. */
  recordExchange(exchange: EventInput<'exchange'>): void {
    this.#intake.exchange(exchange);
  }

  /** A turn that has ended; its responses are recorded by themselves. */
  recordTurn(turn: EventInput<'turn'>): void {
    this.#intake.turn(turn);
  }

  /** Starts a turn now; its `end` records it with the time in between. */
  startTurn(start: TurnStart): Turn {
    const labelNames = this.#parts.store.attributions.names;
    let turn = offTurn;
    this.#intake.attempt(() => {
      if (parseTurnStart(start, labelNames) instanceof EventRejection) this.#intake.turn(start);
      else turn = startTurn(start, this.#intake, this.#clock);
    });
    return turn;
  }

  recordResponse(response: EventInput<'response'>): void {
    this.#intake.response(response);
  }

  /** An attempt at a request that failed and is made again. */
  recordRetry(retry: EventInput<'retry'>): void {
    this.#intake.retry(retry);
  }

  recordToolCall(call: EventInput<'tool-call'>): void {
    this.#intake['tool-call'](call);
  }

  /** The ratio is derived from the tokens before and after, when both are given. */
  recordCompaction(compaction: EventInput<'compaction'>): void {
    this.#intake.compaction(compaction);
  }

  recordProcessStart(start: EventInput<'process-start'>): void {
    this.#intake['process-start'](start);
  }

  recordProcessExit(exit: EventInput<'process-exit'>): void {
    this.#intake['process-exit'](exit);
  }

  /** A restart by a supervisor; a resume by a person is a process start of kind `resume`. */
  recordRestart(restart: EventInput<'restart'>): void {
    this.#intake.restart(restart);
  }

  /** Begins a conversation. Not needed before a turn, which begins an unknown one by itself. */
  startConversation(start: EventInput<'conversation-start'>): void {
    this.#intake['conversation-start'](start);
  }

  /** Ends a conversation: its number of turns is observed. */
  endConversation(end: EventInput<'conversation-end'>): void {
    this.#intake['conversation-end'](end);
  }

  /** Records an event of any type, as sources deliver them. */
  record(event: AgentEvent): void {
    this.#intake.tagged(event);
  }

  /** Enables the metrics that a source can fill, and gives the place where it delivers. */
  enableSource(source: SourceName): SourceSink {
    this.#sources.add(source);
    const { health } = this.#parts;
    const count = health.sourceCounter(source);
    return {
      record: (event) => {
        if (!this.#enabled) return;
        count(event);
        this.record(event);
      },
      parseError: (reason) => {
        if (this.#enabled) health.parseError(source, reason);
      },
    };
  }

  /** Counts an answer of the adapter's own server to a scraper. */
  recordScrape(scrape: Scrape): void {
    if (this.#enabled) this.#parts.health.scraped(scrape);
  }

  /**
   * The metrics as they stand now, for a back end. Ends conversations that have been quiet for 24 h.
   * From the first call on, series that appear show 0 for `zeroHoldSeconds`.
   */
  collect(): Collection {
    const now = this.#clock.now();
    if (!this.#enabled) return { now, families: [] };
    const { store, health, conversations } = this.#parts;
    conversations.sweep(now);
    health.refresh();
    return { now, families: store.families(this.#sources) };
  }

  /** Copies out all counters as plain data that JSON can carry. */
  writeState(): MonitorState {
    return writeMonitorState(this.#parts);
  }

  /**
   * Adds counters that were written before, by this or an earlier process. Throws an Error that says
   * what is wrong, before anything was added, when the state is not one that this version wrote.
   */
  readState(state: MonitorState): void {
    readMonitorState(this.#parts, state);
  }
}
