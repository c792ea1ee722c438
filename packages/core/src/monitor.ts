import type { Listener } from './callbacks.ts';
import type { Thresholds } from './catalogue/resolve-thresholds.ts';
import type { CallbackEvent } from './catalogue/row-kinds.ts';
import type { SourceName } from './catalogue/source-names.ts';
import type { Clock } from './clock.ts';
import type { Collection } from './collection.ts';
import { evaluateWhenOld } from './evaluate-when-old.ts';
import type { Alert } from './evaluator/alert.ts';
import type { SignalReading } from './evaluator/evaluator.ts';
import type { AgentEvent, EventInput } from './events/event.ts';
import { parseTurnStart } from './events/parse-turn.ts';
import { EventRejection } from './events/rejection.ts';
import { type EvaluationTimes, type MonitorOptions, resolveOptions } from './monitor-options.ts';
import { createParts, type MonitorParts } from './monitor-parts.ts';
import { type MonitorState, readMonitorState, writeMonitorState } from './monitor-state.ts';
import type { Scrape } from './recorder/health-recorder.ts';
import { type Intake, offIntake } from './recorder/intake.ts';
import type { NotificationCounter, NotifierName } from './recorder/notification-counter.ts';
import type { Report } from './report/report.ts';
import { buildReport } from './report/report-builder.ts';
import { type ReportRange, resolveRange } from './report/report-range.ts';
import { createSourceSink, type LiveSourceSink, offSourceSink } from './source-sink.ts';
import { offTurn, startTurn, type Turn, type TurnStart } from './turn.ts';

/** A report tells what happened until now, but many in a second need not evaluate each. */
const leastReportSeconds = 1;

/**
 * The one object a user holds: it takes events, keeps their counts and shows them as metrics.
 *
 * No `record…` method throws: a wrong event is refused, counted in
 * `turnscope_events_rejected_total` and moves nothing else. With `strict` it throws a TypeError that
 * says what is wrong. Recording is synchronous arithmetic and keeps no reference to the event.
 */
export class PerformanceMonitor {
  /** How often signals and alerts are evaluated, and how far back reports reach. */
  readonly evaluation: EvaluationTimes;
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
    this.#sources = new Set<SourceName>(['self', 'evaluator', ...resolved.sources]);
    const { intervalSeconds, historySeconds } = resolved.evaluation;
    this.evaluation = { intervalSeconds, historySeconds };
    this.#parts = createParts(resolved, this.#sources);
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
  enableSource(source: SourceName): LiveSourceSink {
    this.#sources.add(source);
    if (!this.#enabled) return offSourceSink;
    return createSourceSink(source, this.#parts.health, this.#clock, (event) => this.record(event));
  }

  /** Counts an answer of the adapter's own server to a scraper. */
  recordScrape(scrape: Scrape): void {
    if (this.#enabled) this.#parts.health.scraped(scrape);
  }

  /** Enables the metrics about notifications, and gives the place where one receiver's are counted. */
  enableNotifier(notifier: NotifierName): NotificationCounter {
    this.#sources.add('notifier');
    return this.#parts.health.notifications(notifier);
  }

  /**
   * The metrics as they stand now, for a back end. Ends conversations that have been quiet for 24 h, and
   * evaluates when that is due. From the first call on, series that appear show 0 for
   * `zeroHoldSeconds`.
   */
  collect(): Collection {
    const now = this.evaluate();
    if (!this.#enabled) return { now, families: [] };
    return { now, families: this.#parts.store.families(this.#sources) };
  }

  /**
   * Evaluates signals and alerts when the latest evaluation is as old as the evaluation interval, and
   * tells the listeners of alerts that fired or resolved. Answers the time: epoch milliseconds.
   * `collect` does this too, so a program that is scraped needs no timer.
   */
  evaluate(): number {
    return this.#evaluateAfter(this.evaluation.intervalSeconds);
  }

  #evaluateAfter(seconds: number): number {
    const now = this.#clock.now();
    if (this.#enabled) evaluateWhenOld(this.#parts, now, seconds);
    return now;
  }

  /** Every signal over the window of its gauge, as of the latest evaluation; empty before the first. */
  signals(): readonly SignalReading[] {
    return this.#parts.evaluator.readings();
  }

  /** Alerts that are pending or firing as of the latest evaluation. */
  alerts(): readonly Alert[] {
    return this.#parts.evaluator.board.active;
  }

  /** Alerts that have resolved, the latest last; the last 200. */
  resolvedAlerts(): readonly Alert[] {
    return this.#parts.evaluator.board.history;
  }

  /**
   * What happened in the last so many seconds, or between two times, and tells it to the listeners of
   * reports. Reaches as far back as the monitor and the history that it keeps; evaluates first when the
   * latest evaluation is over a second old. Throws a RangeError that names what makes
   * no sense.
   */
  report(window: ReportRange): Report {
    const now = this.#evaluateAfter(leastReportSeconds);
    const { from, to } = resolveRange(window, now);
    const report = buildReport(this.#parts, from, to);
    this.#parts.callbacks.emit('report', report);
    return report;
  }

  /**
   * Hears of breaches, alerts, reports or observations from now on; the answer ends that. What a listener
   * throws or rejects with is counted in `turnscope_callback_failures_total` and harms nothing; nobody
   * waits for it. Recording costs more only while somebody listens to observations.
   */
  on<Name extends CallbackEvent>(event: Name, listener: Listener<Name>): () => void {
    return this.#parts.callbacks.add(event, listener);
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
    this.#parts.late.takeState(state.store);
  }
}
