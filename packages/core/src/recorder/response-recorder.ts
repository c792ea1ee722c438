import { offsetOf } from '../catalogue/layout.ts';
import {
  contextSize,
  costUsd,
  responseDuration,
  responseLatencyZone,
  responsesTotal,
  responsesUntrustedOutput,
  responseTimeToFirstToken,
  tokensTotal,
} from '../catalogue/metrics/responses.ts';
import { outcomeIndex } from '../events/closed-sets.ts';
import type { EventInput, TokenCounts } from '../events/event.ts';
import { add, type Cells, HistogramCells } from '../store/cells.ts';
import type { RowFinder } from '../store/row-table.ts';
import type { BreachRecorder } from './breach-recorder.ts';
import { type DiscardRecorder, longestDurationSeconds } from './discard-recorder.ts';
import { latencyZone } from './latency-zone.ts';
import type { LimitsTable } from './limits-table.ts';
import type { Recording } from './recording.ts';

const count = offsetOf(responsesTotal);
const duration = HistogramCells.of(responseDuration);
const zones = offsetOf(responseLatencyZone);
const firstToken = HistogramCells.of(responseTimeToFirstToken);
const untrusted = offsetOf(responsesUntrustedOutput);
const tokens = offsetOf(tokensTotal);
const context = HistogramCells.of(contextSize);
const cost = offsetOf(costUsd);

/** Adds responses, and what becomes known of them later, to their rows. */
export class ResponseRecorder {
  readonly #rows: RowFinder;
  readonly #discards: DiscardRecorder;
  readonly #limits: LimitsTable;
  readonly #breaches: BreachRecorder;

  constructor({ rowsOf, discards, limits, breaches }: Recording) {
    this.#rows = rowsOf('response');
    this.#discards = discards;
    this.#limits = limits;
    this.#breaches = breaches;
  }

  /**
   * `processType` and `model`: ids of the response's labels. `counted`: 1 for a response, 0 for what
   * becomes known of one that was counted before.
   */
  record(
    response: EventInput<'response'>,
    processType: number,
    model: number,
    counted: 0 | 1,
  ): void {
    const cells = this.#rows.find(processType, model, outcomeIndex(response.outcome));
    add(cells, count, counted);
    if (response.tokens !== undefined) addTokens(cells, response.tokens);
    addMeasures(cells, response);
    if (response.durationSeconds !== undefined) this.#observeDuration(cells, processType, response);
  }

  /** Reads the duration from the event: as a parameter it would be copied to the heap. */
  #observeDuration(cells: Cells, processType: number, response: EventInput<'response'>): void {
    const { durationSeconds: seconds = 0 } = response;
    if (seconds > longestDurationSeconds) {
      this.#discards.record('response');
      return;
    }
    const limits = this.#limits.of(processType).response_duration;
    duration.observe(cells, seconds);
    if (response.outcome === 'success') add(cells, zones + latencyZone(seconds, limits), 1);
    if (seconds <= limits.warning) return;
    const severity = seconds > limits.critical ? 'critical' : 'warning';
    this.#breaches.measured[0] = seconds;
    this.#breaches.record('response_duration', severity, processType, response);
  }
}

/** In the order of `tokenTypes`. */
function addTokens(cells: Cells, { input, output, cacheRead, cacheCreation }: TokenCounts): void {
  if (input !== undefined) add(cells, tokens, input);
  if (output !== undefined) add(cells, tokens + 1, output);
  if (cacheRead !== undefined) add(cells, tokens + 2, cacheRead);
  if (cacheCreation !== undefined) add(cells, tokens + 3, cacheCreation);
}

function addMeasures(cells: Cells, response: EventInput<'response'>): void {
  const { contextTokens, timeToFirstTokenSeconds } = response;
  if (contextTokens !== undefined) context.observe(cells, contextTokens);
  if (timeToFirstTokenSeconds !== undefined) {
    firstToken.observe(cells, timeToFirstTokenSeconds);
  }
  if (response.costUsd !== undefined) add(cells, cost, response.costUsd);
  if (response.untrustedOutput === true) add(cells, untrusted, 1);
}
