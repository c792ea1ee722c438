import { offsetOf } from '../catalogue/layout.ts';
import type { MetricDefinition } from '../catalogue/metric.ts';
import { callbackFailures } from '../catalogue/metrics/evaluator.ts';
import {
  buildInfo,
  conversationsLimit,
  conversationsTracked,
  eventsRejected,
  labelValues,
  labelValuesLimit,
  labelValuesOverflowed,
  recordFailures,
  rowsLimit,
  rowsOverflowed,
  rowsStored,
  scrapeDuration,
  scrapeRequests,
  sourceEvents,
  sourceLastEvent,
  sourceParseErrors,
  sourceSilence,
} from '../catalogue/metrics/health.ts';
import { processes } from '../catalogue/metrics/processes.ts';
import {
  type CallbackEvent,
  eventKinds,
  eventLabels,
  type ProcessState,
} from '../catalogue/row-kinds.ts';
import { formulasVersion } from '../catalogue/signals.ts';
import type { SourceName } from '../catalogue/source-names.ts';
import { isAmount } from '../events/checks.ts';
import { type RejectionReason, rejectionReasons } from '../events/rejection.ts';
import { add, type Cells } from '../store/cells.ts';
import type { Store } from '../store/store.ts';
import { version } from '../version.ts';
import type { ConversationTable } from './conversation-table.ts';
import {
  countNotifications,
  type NotificationCounter,
  type NotifierName,
} from './notification-counter.ts';

/** Formats a scrape may be answered in. */
export type ScrapeFormat = 'text' | 'openmetrics' | 'protobuf';

/** One answer to a scraper. */
export interface Scrape {
  readonly format: ScrapeFormat;
  /** HTTP status. */
  readonly code: number;
  readonly durationSeconds: number;
}

/** What the adapter records about itself. */
export class HealthRecorder {
  readonly #store: Store;
  readonly #conversations: ConversationTable;
  /** Since when a source knows of living agents, in Unix seconds. */
  readonly #liveSince = new Map<string, number>();

  constructor(store: Store, conversations: ConversationTable) {
    this.#store = store;
    this.#conversations = conversations;
    set(store.table('build').findByValues([version, formulasVersion]), buildInfo, 1);
  }

  rejected(reason: RejectionReason): void {
    const rows = this.#store.table('rejection');
    add(rows.find(rejectionReasons.indexOf(reason)), offsetOf(eventsRejected), 1);
  }

  recordFailed(): void {
    add(this.#store.table('adapter').find(0), offsetOf(recordFailures), 1);
  }

  callbackFailed(event: CallbackEvent): void {
    add(this.#store.table('callback').findByValues([event]), offsetOf(callbackFailures), 1);
  }

  parseError(source: SourceName, reason: string): void {
    const rows = this.#store.table('parse_error');
    add(rows.findByValues([source, reason]), offsetOf(sourceParseErrors), 1);
  }

  scraped({ format, code, durationSeconds }: Scrape): void {
    const cells = this.#store.table('scrape').findByValues([format, String(code)]);
    add(cells, offsetOf(scrapeRequests), 1);
    add(cells, offsetOf(scrapeDuration), durationSeconds);
  }

  notifications(notifier: NotifierName): NotificationCounter {
    return countNotifications(this.#store, notifier);
  }

  /** A function that counts one event of a source and keeps the latest time; a wrong time is left out. */
  sourceCounter(source: SourceName): (event: unknown) => void {
    const cells = this.#store.table('source').findByValues([source]);
    const count = offsetOf(sourceEvents);
    const last = offsetOf(sourceLastEvent);
    return (event) => {
      add(cells, count, 1);
      const at = timeOf(event);
      if (isAmount(at) && at / 1000 > (cells[last] ?? 0)) cells[last] = at / 1000;
    };
  }

  /** How many agents a source knows to live at `now`; 0 when it knows of none. */
  agentsLive(source: SourceName, count: number, now: number): void {
    if (count === 0) this.#forgetSilence(source);
    else if (!this.#liveSince.has(source)) this.#liveSince.set(source, now / 1000);
  }

  processesIn(processType: string, state: ProcessState, count: number): void {
    set(this.#store.table('process_state').findByValues([processType, state]), processes, count);
  }

  /** Brings the gauges about bounded memory and silent sources up to date, before they are read. */
  refresh(now: number): void {
    this.#refreshSilence(now);
    const rows = this.#store.table('row_limit');
    for (const kind of eventKinds) {
      const room = this.#store.room(kind);
      const cells = rows.findByValues([kind]);
      set(cells, rowsStored, room.used);
      set(cells, rowsLimit, room.limit);
      set(cells, rowsOverflowed, room.overflowed);
    }
    this.#refreshLabels();
    const adapter = this.#store.table('adapter').find(0);
    set(adapter, conversationsTracked, this.#conversations.size);
    set(adapter, conversationsLimit, this.#conversations.limit);
  }

  /** A source is not silent before it had an agent to speak of. */
  #refreshSilence(now: number): void {
    for (const [source, since] of this.#liveSince) {
      const last = this.#store.table('source').findByValues([source])[offsetOf(sourceLastEvent)];
      const seconds = Math.max(0, now / 1000 - Math.max(since, last ?? 0));
      set(this.#store.table('source_silence').findByValues([source]), sourceSilence, seconds);
    }
  }

  #forgetSilence(source: SourceName): void {
    if (!this.#liveSince.delete(source)) return;
    set(this.#store.table('source_silence').findByValues([source]), sourceSilence, Number.NaN);
  }

  #refreshLabels(): void {
    const rows = this.#store.table('label_limit');
    for (const name of eventLabels) {
      const label = this.#store.label(name);
      const cells = rows.findByValues([name]);
      set(cells, labelValues, label.used);
      set(cells, labelValuesLimit, label.limit);
      set(cells, labelValuesOverflowed, label.overflowed);
    }
  }
}

function set(cells: Cells, metric: MetricDefinition, value: number): void {
  cells[offsetOf(metric)] = value;
}

/** What an event says of its time. One that throws when it is read is refused at the door, not here. */
function timeOf(event: unknown): unknown {
  try {
    return (event as { at?: unknown } | null | undefined)?.at;
  } catch {
    return undefined;
  }
}
