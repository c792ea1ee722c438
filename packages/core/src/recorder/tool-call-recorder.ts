import { offsetOf } from '../catalogue/layout.ts';
import { toolCallDuration, toolCallsTotal } from '../catalogue/metrics/tool-calls.ts';
import { outcomeIndex } from '../events/closed-sets.ts';
import type { EventInput } from '../events/event.ts';
import { add, HistogramCells } from '../store/cells.ts';
import type { LabelTable } from '../store/label-table.ts';
import type { RowFinder } from '../store/row-table.ts';
import { longestDurationSeconds } from './discard-recorder.ts';
import type { Recording } from './recording.ts';

const count = offsetOf(toolCallsTotal);
const duration = HistogramCells.of(toolCallDuration);

/** Adds tool calls to their rows. */
export class ToolCallRecorder {
  readonly #shared: Recording;
  readonly #rows: RowFinder;
  readonly #tools: LabelTable;

  constructor(shared: Recording) {
    this.#shared = shared;
    this.#rows = shared.rowsOf('tool_call');
    this.#tools = shared.store.label('tool');
  }

  record({ tool, outcome, durationSeconds }: EventInput<'tool-call'>): void {
    const cells = this.#rows.find(this.#tools.id(tool), outcomeIndex(outcome));
    add(cells, count, 1);
    if (durationSeconds === undefined) return;
    if (durationSeconds > longestDurationSeconds) this.#shared.discards.record('tool_call');
    else duration.observe(cells, durationSeconds);
  }
}
