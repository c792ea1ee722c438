import { offsetOf } from '../catalogue/layout.ts';
import {
  processExits,
  processStarts,
  processStartupDuration,
  restartsTotal,
} from '../catalogue/metrics/processes.ts';
import { exitReasons, outcomeIndex, processStartKinds } from '../events/closed-sets.ts';
import type { EventInput } from '../events/event.ts';
import { add, HistogramCells } from '../store/cells.ts';
import { longestDurationSeconds } from './discard-recorder.ts';
import type { Recording } from './recording.ts';

const starts = offsetOf(processStarts);
const startup = HistogramCells.of(processStartupDuration);
const exits = offsetOf(processExits);
const restarts = offsetOf(restartsTotal);

/** Adds starts, exits and restarts of processes to their rows. */
export class ProcessRecorder {
  readonly #shared: Recording;

  constructor(shared: Recording) {
    this.#shared = shared;
  }

  start({ processType, kind, startupSeconds }: EventInput<'process-start'>): void {
    const { rowsOf, processTypes, discards } = this.#shared;
    const rows = rowsOf('process_start');
    const cells = rows.find(processTypes.id(processType), processStartKinds.indexOf(kind));
    add(cells, starts, 1);
    if (startupSeconds === undefined) return;
    if (startupSeconds > longestDurationSeconds) discards.record('process_start');
    else startup.observe(cells, startupSeconds);
  }

  exit({ processType, reason }: EventInput<'process-exit'>): void {
    const { rowsOf, processTypes } = this.#shared;
    const rows = rowsOf('process_exit');
    add(rows.find(processTypes.id(processType), exitReasons.indexOf(reason)), exits, 1);
  }

  restart({ processType, reason, outcome }: EventInput<'restart'>): void {
    const { rowsOf, processTypes } = this.#shared;
    const rows = rowsOf('restart');
    const cells = rows.find(
      processTypes.id(processType),
      exitReasons.indexOf(reason),
      outcomeIndex(outcome),
    );
    add(cells, restarts, 1);
  }
}
