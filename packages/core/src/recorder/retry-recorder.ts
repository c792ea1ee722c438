import { offsetOf } from '../catalogue/layout.ts';
import { responseRetries } from '../catalogue/metrics/responses.ts';
import { retryReasons } from '../events/closed-sets.ts';
import type { EventInput } from '../events/event.ts';
import { add } from '../store/cells.ts';
import type { Recording } from './recording.ts';

const count = offsetOf(responseRetries);

/** Adds failed attempts to their rows. */
export class RetryRecorder {
  readonly #shared: Recording;

  constructor(shared: Recording) {
    this.#shared = shared;
  }

  record({ processType, reason }: EventInput<'retry'>): void {
    const { rowsOf, processTypes } = this.#shared;
    const rows = rowsOf('retry');
    add(rows.find(processTypes.id(processType), retryReasons.indexOf(reason)), count, 1);
  }
}
