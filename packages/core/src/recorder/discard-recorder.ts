import { offsetOf } from '../catalogue/layout.ts';
import { durationsDiscarded } from '../catalogue/metrics/health.ts';
import { rowKinds } from '../catalogue/row-kinds.ts';
import { add } from '../store/cells.ts';
import type { RowTable } from '../store/row-table.ts';

/** A machine slept or a person went home: longer durations measure nothing of the agent. */
export const longestDurationSeconds = 6 * 3600;

const count = offsetOf(durationsDiscarded);
const events = rowKinds.discard.event;

/** Counts durations that nobody believes. Whether one is that, its recorder asks on the spot. */
export class DiscardRecorder {
  readonly #rows: RowTable;

  constructor(rows: RowTable) {
    this.#rows = rows;
  }

  /** A duration over 6 h was left out of its histogram. */
  record(event: (typeof events)[number]): void {
    add(this.#rows.find(events.indexOf(event)), count, 1);
  }
}
