import { offsetOf } from '../catalogue/layout.ts';
import { durationsDiscarded } from '../catalogue/metrics/health.ts';
import { rowKinds } from '../catalogue/row-kinds.ts';
import { add } from '../store/cells.ts';
import type { RowTable } from '../store/row-table.ts';

/** A machine slept or a person went home: longer durations measure nothing of the agent. */
const longestDurationSeconds = 6 * 3600;

const count = offsetOf(durationsDiscarded);
const events = rowKinds.discard.event;

/** Lets durations pass that can be believed, and counts the others. */
export class DurationLimit {
  readonly #rows: RowTable;

  constructor(rows: RowTable) {
    this.#rows = rows;
  }

  /** The duration itself, or nothing when it is absent or over 6 h; the latter is counted. */
  believable(event: (typeof events)[number], seconds: number | undefined): number | undefined {
    return seconds === undefined || seconds <= longestDurationSeconds
      ? seconds
      : this.#discard(event);
  }

  #discard(event: (typeof events)[number]): undefined {
    add(this.#rows.find(events.indexOf(event)), count, 1);
  }
}
