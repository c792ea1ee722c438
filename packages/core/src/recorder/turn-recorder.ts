import { offsetOf } from '../catalogue/layout.ts';
import {
  turnActiveDuration,
  turnDuration,
  turnLatencyZone,
  turnResponses,
  turnsTotal,
} from '../catalogue/metrics/turns.ts';
import { outcomeIndex } from '../events/closed-sets.ts';
import type { EventInput } from '../events/event.ts';
import { add, type Cells, HistogramCells } from '../store/cells.ts';
import type { RowFinder } from '../store/row-table.ts';
import type { BreachRecorder } from './breach-recorder.ts';
import { type DiscardRecorder, longestDurationSeconds } from './discard-recorder.ts';
import { latencyZone } from './latency-zone.ts';
import type { LimitsTable } from './limits-table.ts';
import type { Recording } from './recording.ts';

const count = offsetOf(turnsTotal);
const zones = offsetOf(turnLatencyZone);
const duration = HistogramCells.of(turnDuration);
const activeDuration = HistogramCells.of(turnActiveDuration);
const responseCount = HistogramCells.of(turnResponses);

const user = 0;
const task = 1;

/** Adds turns to their rows. */
export class TurnRecorder {
  readonly #rows: RowFinder;
  readonly #discards: DiscardRecorder;
  readonly #limits: LimitsTable;
  readonly #breaches: BreachRecorder;

  constructor({ rowsOf, discards, limits, breaches }: Recording) {
    this.#rows = rowsOf('turn');
    this.#discards = discards;
    this.#limits = limits;
    this.#breaches = breaches;
  }

  /** `processType` and `model`: ids of the turn's labels. */
  record(turn: EventInput<'turn'>, processType: number, model: number): void {
    const initiator = turn.initiator === 'task' ? task : user;
    const cells = this.#rows.find(processType, model, initiator, outcomeIndex(turn.outcome));
    add(cells, count, 1);
    if (turn.responses !== undefined) responseCount.observe(cells, turn.responses);
    if (turn.activeDurationSeconds !== undefined) this.#observeActive(cells, turn);
    if (turn.durationSeconds !== undefined) this.#observeDuration(cells, processType, turn);
  }

  /** A turn of one response. Reads only what an exchange has: nothing else of it was checked. */
  recordExchange(exchange: EventInput<'exchange'>, processType: number, model: number): void {
    const cells = this.#rows.find(processType, model, user, outcomeIndex(exchange.outcome));
    add(cells, count, 1);
    responseCount.observe(cells, 1);
    if (exchange.durationSeconds !== undefined) this.#observeDuration(cells, processType, exchange);
  }

  #observeActive(cells: Cells, { activeDurationSeconds: seconds = 0 }: EventInput<'turn'>): void {
    if (seconds > longestDurationSeconds) this.#discards.record('turn');
    else activeDuration.observe(cells, seconds);
  }

  /** Reads the duration from the event: as a parameter it would be copied to the heap. */
  #observeDuration(
    cells: Cells,
    processType: number,
    turn: EventInput<'turn'> | EventInput<'exchange'>,
  ): void {
    const { durationSeconds: seconds = 0 } = turn;
    if (seconds > longestDurationSeconds) {
      this.#discards.record('turn');
      return;
    }
    const limits = this.#limits.of(processType).turn_duration;
    duration.observe(cells, seconds);
    if (turn.outcome === 'success') add(cells, zones + latencyZone(seconds, limits), 1);
    if (seconds <= limits.warning) return;
    const severity = seconds > limits.critical ? 'critical' : 'warning';
    this.#breaches.measured[0] = seconds;
    this.#breaches.record('turn_duration', severity, processType, turn);
  }
}
