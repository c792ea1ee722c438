import { catalogue } from '../catalogue/catalogue.ts';
import { blankRow } from '../catalogue/layout.ts';
import type { MetricDefinition } from '../catalogue/metric.ts';
import {
  type EventKind,
  eventKinds,
  isEventKind,
  labelsOf,
  open,
  type RowKind,
  rowKinds,
} from '../catalogue/row-kinds.ts';
import type { SourceName } from '../catalogue/source-names.ts';
import type { UserLabels } from '../catalogue/user-labels.ts';
import type { Clock } from '../clock.ts';
import type { EventLabels } from '../events/event.ts';
import { Attributions } from './attributions.ts';
import { LabelTable } from './label-table.ts';
import type { DetailOptions } from './row-details.ts';
import { RowRoom } from './row-room.ts';
import { type KeyLabel, type Row, RowTable } from './row-table.ts';
import { Section } from './section.ts';
import type { SeriesTimes } from './series.ts';
import { View } from './view.ts';

/** How many distinct values each open label may have before new ones become `other`. */
export interface LabelLimits {
  readonly process_type: number;
  readonly model: number;
  readonly tool: number;
}

export interface StoreOptions {
  readonly clock: Clock;
  readonly labelLimits: LabelLimits;
  /** Rows for each kind of event before open labels become `other`. */
  readonly rowLimit: number;
  /** How long a series that appears after the first scrape shows 0. */
  readonly zeroHoldSeconds: number;
  /** Process types whose series stand at 0 from the start. */
  readonly processTypes: readonly string[];
  readonly labels: UserLabels;
  /** What is kept of single observations. */
  readonly details: DetailOptions;
}

/** Kinds of rows that no attribution divides. They are few: their labels are limited, or the adapter's own. */
type OwnKind = Exclude<RowKind, EventKind>;

/** Values of open labels that the adapter itself gives, such as the code of an answer. */
const ownLabelLimit = 30;

/**
 * The rows of this process and the metrics as views of them. The truth that every back end reads.
 * The rows of events stand in sections, one for each attribution that was seen.
 */
export class Store {
  readonly labels: Map<string, LabelTable>;
  readonly attributions: Attributions;
  readonly tables: ReadonlyMap<OwnKind, RowTable>;
  readonly #rooms: ReadonlyMap<EventKind, RowRoom>;
  readonly #sections: (Section | undefined)[];
  readonly #views: readonly View[];
  readonly #options: StoreOptions;
  #collected = false;

  /** `labels`: of a store whose ids this one shares, so that a value that one of them turned away becomes `other` in both. */
  constructor(options: StoreOptions, labels: Map<string, LabelTable> = new Map()) {
    this.#options = options;
    this.labels = labels;
    this.attributions = new Attributions(options.labels);
    this.#views = catalogue.map(
      (definition) => new View(definition, this.attributions.names, options.details),
    );
    this.#rooms = new Map(eventKinds.map((kind) => [kind, new RowRoom(options.rowLimit)]));
    const ownKinds = (Object.keys(rowKinds) as RowKind[]).filter((kind) => !isEventKind(kind));
    const unlimited = new RowRoom(Number.POSITIVE_INFINITY);
    this.tables = new Map(ownKinds.map((kind) => [kind, this.#createTable(kind, unlimited, {})]));
    for (const kind of ownKinds) this.#expect(kind, {});
    this.#sections = Array.from({ length: this.attributions.count });
    // Labels that nobody chose a value for say nothing, so with labels there is no section to begin with.
    if (this.attributions.count === 1) this.section(0);
  }

  /** What is kept of single observations. */
  get details(): DetailOptions {
    return this.#options.details;
  }

  /** The rows of a kind that no attribution divides. */
  table(kind: OwnKind): RowTable {
    const table = this.tables.get(kind);
    if (!table) throw new Error(`no rows of kind ${kind}`);
    return table;
  }

  /** The rows of an attribution. Makes them when it is new. */
  section(attribution: number): Section {
    const known = this.#sections[attribution];
    if (known) return known;
    const section = this.#createSection(this.attributions.labels(attribution));
    this.#sections[attribution] = section;
    return section;
  }

  /** The sections that there are. */
  get sections(): readonly Section[] {
    return this.#sections.filter((section) => section !== undefined);
  }

  /** How many rows of a kind of event there are, over all sections. */
  room(kind: EventKind): RowRoom {
    const room = this.#rooms.get(kind);
    if (!room) throw new Error(`no rows of kind ${kind}`);
    return room;
  }

  /** An open label. Ids are the same in all kinds of rows. */
  label(name: string): LabelTable {
    const known = this.labels.get(name);
    if (known) return known;
    const limits: Readonly<Record<string, number>> = { ...this.#options.labelLimits };
    const table = LabelTable.open(limits[name] ?? ownLabelLimit);
    this.labels.set(name, table);
    return table;
  }

  /** One metric of the catalogue, whichever sources are enabled. */
  view(definition: MetricDefinition): View {
    const view = this.#views.find((each) => each.definition === definition);
    if (!view) throw new Error(`metric ${definition.name} is not in the catalogue`);
    return view;
  }

  /** The metrics that one of the enabled sources can fill. From the first call on, new series are held at 0. */
  families(enabled: ReadonlySet<SourceName>): readonly View[] {
    this.#collected = true;
    return this.#views.filter(({ definition }) =>
      definition.sources.some((name) => enabled.has(name)),
    );
  }

  #createSection(labels: EventLabels): Section {
    const tables = eventKinds.map(
      (kind) => [kind, this.#createTable(kind, this.room(kind), labels)] as const,
    );
    for (const kind of eventKinds) this.#expect(kind, labels);
    return new Section(labels, new Map(tables));
  }

  #createTable(kind: RowKind, room: RowRoom, labels: EventLabels): RowTable {
    const key: KeyLabel[] = labelsOf(kind).map(([name, domain]) =>
      domain === open
        ? { table: this.label(name), open: true }
        : { table: LabelTable.closed(domain), open: false },
    );
    const views = this.#viewsOf(kind);
    const onRow = (row: Row) => {
      const times = this.#times();
      for (const view of views) view.include(row, labels, times);
    };
    const { clock } = this.#options;
    return new RowTable({ kind, labels: key, blank: blankRow(kind), room, clock, onRow });
  }

  /** What can be known of a section before anything happened in it stands at 0. */
  #expect(kind: RowKind, labels: EventLabels): void {
    const { processTypes } = this.#options;
    for (const view of this.#viewsOf(kind)) view.expect(processTypes, labels, this.#times());
  }

  #viewsOf(kind: RowKind): readonly View[] {
    return this.#views.filter(({ definition }) => definition.rows === kind);
  }

  #times(): SeriesTimes {
    const madeAt = this.#options.clock.now();
    const heldUntil = madeAt + this.#options.zeroHoldSeconds * 1000;
    return { madeAt, heldUntil: this.#collected ? heldUntil : Number.NEGATIVE_INFINITY };
  }
}
