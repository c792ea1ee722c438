import { offsetOf } from '../catalogue/layout.ts';
import {
  compactionDuration,
  compactionRatio,
  compactionRefills,
  compactionsPreserved,
  compactionsTotal,
  compactionTokens,
} from '../catalogue/metrics/compactions.ts';
import { outcomeIndex } from '../events/closed-sets.ts';
import type { EventInput } from '../events/event.ts';
import { add, type Cells, HistogramCells } from '../store/cells.ts';
import type { RowFinder } from '../store/row-table.ts';
import { longestDurationSeconds } from './discard-recorder.ts';
import type { Recording } from './recording.ts';

const count = offsetOf(compactionsTotal);
const ratios = HistogramCells.of(compactionRatio);
const duration = HistogramCells.of(compactionDuration);
const tokens = offsetOf(compactionTokens);
const preserved = offsetOf(compactionsPreserved);
const refills = offsetOf(compactionRefills);

const auto = 0;
const manual = 1;

/** A context that is full again after this many responses was refilled rapidly. */
const rapidRefillResponses = 10;

/** Adds compactions to their rows. */
export class CompactionRecorder {
  readonly #shared: Recording;
  readonly #rows: RowFinder;

  constructor(shared: Recording) {
    this.#shared = shared;
    this.#rows = shared.rowsOf('compaction');
  }

  record(compaction: EventInput<'compaction'>): void {
    const processType = this.#shared.processTypes.id(compaction.processType);
    const trigger = compaction.trigger === 'manual' ? manual : auto;
    const cells = this.#rows.find(processType, trigger, outcomeIndex(compaction.outcome));
    add(cells, count, 1);
    countVerdicts(cells, compaction);
    this.#observeRatio(cells, processType, compaction);
    this.#observeDuration(cells, processType, compaction);
    this.#remember(compaction, processType);
  }

  /** Both sizes or none: half of a pair would bend the ratio of their sums. */
  #observeRatio(cells: Cells, processType: number, compaction: EventInput<'compaction'>): void {
    const { tokensBefore, tokensAfter } = compaction;
    if (tokensBefore === undefined || tokensAfter === undefined) return;
    add(cells, tokens, tokensBefore);
    add(cells, tokens + 1, tokensAfter);
    // Below one token there was no context, and the ratio could be infinite.
    if (tokensBefore < 1) return;
    const ratio = tokensAfter / tokensBefore;
    const limits = this.#shared.limits.of(processType).compaction_ratio;
    ratios.observe(cells, ratio);
    // A ratio limit is the first bad value, a duration limit the last good one.
    if (ratio < limits.warning) return;
    const severity = ratio >= limits.critical ? 'critical' : 'warning';
    this.#shared.breaches.measured[0] = ratio;
    this.#shared.breaches.record('compaction_ratio', severity, processType, compaction);
  }

  #observeDuration(cells: Cells, processType: number, compaction: EventInput<'compaction'>): void {
    const { discards, limits, breaches } = this.#shared;
    const { durationSeconds: seconds } = compaction;
    if (seconds === undefined) return;
    if (seconds > longestDurationSeconds) {
      discards.record('compaction');
      return;
    }
    duration.observe(cells, seconds);
    const { compaction_duration } = limits.of(processType);
    if (seconds <= compaction_duration.warning) return;
    const severity = seconds > compaction_duration.critical ? 'critical' : 'warning';
    breaches.measured[0] = seconds;
    breaches.record('compaction_duration', severity, processType, compaction);
  }

  /** A copy: the event is the caller's. */
  #remember(compaction: EventInput<'compaction'>, processType: number): void {
    const { compactionLog, processTypes, clock } = this.#shared;
    if (compactionLog === undefined) return;
    const { conversationId, trigger, outcome, tokensBefore, tokensAfter } = compaction;
    const { durationSeconds, preserved: kept } = compaction;
    compactionLog.add({
      at: compaction.at ?? clock.now(),
      conversationId,
      processType: processTypes.values[processType] ?? '',
      trigger,
      outcome,
      tokensBefore,
      tokensAfter,
      durationSeconds,
      preserved: kept,
    });
  }
}

function countVerdicts(
  cells: Cells,
  { preserved: kept, responsesSincePrevious }: EventInput<'compaction'>,
): void {
  if (kept !== undefined) add(cells, preserved + (kept ? 0 : 1), 1);
  if (responsesSincePrevious === undefined) return;
  add(cells, refills + (responsesSincePrevious <= rapidRefillResponses ? 0 : 1), 1);
}
