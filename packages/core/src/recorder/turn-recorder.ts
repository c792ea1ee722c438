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
import type { RowTable } from '../store/row-table.ts';
import type { BreachRecorder } from './breach-recorder.ts';
import type { DurationLimit } from './duration-limit.ts';
import { latencyZone } from './latency-zone.ts';
import type { LimitsTable } from './limits-table.ts';
import type { Recording } from './recording.ts';

const count = offsetOf(turnsTotal);
const zones = offsetOf(turnLatencyZone);
const duration = new HistogramCells(turnDuration);
const activeDuration = new HistogramCells(turnActiveDuration);
const responseCount = new HistogramCells(turnResponses);

const user = 0;
const task = 1;

/** Adds turns to their rows. */
export class TurnRecorder {
  readonly #rows: RowTable;
  readonly #durations: DurationLimit;
  readonly #limits: LimitsTable;
  readonly #breaches: BreachRecorder;

  constructor({ store, durations, limits, breaches }: Recording) {
    this.#rows = store.table('turn');
    this.#durations = durations;
    this.#limits = limits;
    this.#breaches = breaches;
  }

  /**
   * `processType` and `model`: ids of the turn's labels. `responses`: how many it had, if known; an
   * exchange has one.
   */
  record(turn: EventInput<'turn'>, processType: number, model: number, responses?: number): void {
    const initiator = turn.initiator === 'task' ? task : user;
    const cells = this.#rows.find(processType, model, initiator, outcomeIndex(turn.outcome));
    add(cells, count, 1);
    if (responses !== undefined) responseCount.observe(cells, responses);
    const active = this.#durations.believable('turn', turn.activeDurationSeconds);
    if (active !== undefined) activeDuration.observe(cells, active);
    const seconds = this.#durations.believable('turn', turn.durationSeconds);
    if (seconds !== undefined) this.#observeDuration(cells, processType, seconds, turn);
  }

  #observeDuration(
    cells: Cells,
    processType: number,
    seconds: number,
    turn: EventInput<'turn'>,
  ): void {
    const limits = this.#limits.of(processType).turn_duration;
    duration.observe(cells, seconds);
    if (turn.outcome === 'success') add(cells, zones + latencyZone(seconds, limits), 1);
    if (seconds <= limits.warning) return;
    const severity = seconds > limits.critical ? 'critical' : 'warning';
    this.#breaches.record('turn_duration', severity, processType, turn.at);
  }
}
