import { offsetOf } from '../catalogue/layout.ts';
import {
  conversationsActive,
  conversationsStarted,
  conversationTurns,
} from '../catalogue/metrics/conversations.ts';
import { conversationsEvicted } from '../catalogue/metrics/health.ts';
import { add, HistogramCells } from '../store/cells.ts';
import type { RowTable } from '../store/row-table.ts';
import type { Store } from '../store/store.ts';

/** A conversation that was quiet for longer is over: its turns are observed. */
const quietAfterSeconds = 24 * 3600;
/** A conversation with an event within this time counts as active. */
const activeWithinSeconds = 15 * 60;

const started = offsetOf(conversationsStarted);
const active = offsetOf(conversationsActive);
const turnsObserved = new HistogramCells(conversationTurns);
const evicted = offsetOf(conversationsEvicted);

/** What is remembered of a conversation. One object for its whole life; its numbers change. */
interface Conversation {
  /** Id of its process type: the row it is counted in. */
  readonly processType: number;
  turns: number;
  /** Epoch milliseconds of its latest event. */
  lastAt: number;
}

/** The written form of a conversation that is going on. */
export interface ConversationState {
  readonly id: string;
  readonly processType: string;
  readonly turns: number;
  /** Epoch milliseconds. */
  readonly lastAt: number;
}

/**
 * The conversations that are going on. Mutable and bounded: when it is full, the quietest sixteenth
 * is forgotten and counted as evicted. At any time
 * started = observed turns + tracked + evicted.
 */
export class ConversationTable {
  readonly limit: number;
  readonly #rows: RowTable;
  readonly #store: Store;
  readonly #conversations = new Map<string, Conversation>();

  constructor(store: Store, limit: number) {
    this.#store = store;
    this.#rows = store.table('conversation');
    this.limit = limit;
  }

  get size(): number {
    return this.#conversations.size;
  }

  /** Begins a conversation that is not known yet. */
  start(id: string, processType: number, at: number): void {
    this.#touch(id, at) ?? this.#begin(id, processType, at);
  }

  /** Counts a turn; one of an unknown conversation begins it. */
  turn(id: string, processType: number, at: number): void {
    const conversation = this.#touch(id, at) ?? this.#begin(id, processType, at);
    conversation.turns += 1;
  }

  /** Something else happened in a conversation, known or not. */
  touch(id: string, at: number): void {
    this.#touch(id, at);
  }

  /** Ends a conversation and observes its turns. An unknown one is ignored. */
  end(id: string): void {
    const conversation = this.#conversations.get(id);
    if (!conversation) return;
    this.#observe(conversation);
    this.#conversations.delete(id);
  }

  /** Ends what has been quiet for 24 h, and writes how many are active now into the gauge. */
  sweep(now: number): void {
    for (const { cells } of this.#rows.rows) cells[active] = 0;
    for (const [id, conversation] of this.#conversations) {
      if (conversation.lastAt < now - quietAfterSeconds * 1000) this.end(id);
      else if (conversation.lastAt >= now - activeWithinSeconds * 1000) {
        add(this.#rows.find(conversation.processType), active, 1);
      }
    }
  }

  /** Copies out what is remembered, as plain data. */
  write(): readonly ConversationState[] {
    const names = this.#store.label('process_type').values;
    return [...this.#conversations].map(([id, { processType, turns, lastAt }]) => ({
      id,
      processType: names[processType] ?? '',
      turns,
      lastAt,
    }));
  }

  /** Takes back what was written, without counting a start. Turns add to those of a known one. */
  read(states: readonly ConversationState[]): void {
    const processTypes = this.#store.label('process_type');
    for (const { id, processType, turns, lastAt } of states) {
      const known = this.#touch(id, lastAt);
      if (known) known.turns += turns;
      else this.#add(id, { processType: processTypes.id(processType), turns, lastAt });
    }
  }

  #touch(id: string, at: number): Conversation | undefined {
    const known = this.#conversations.get(id);
    if (known !== undefined && at > known.lastAt) known.lastAt = at;
    return known;
  }

  #begin(id: string, processType: number, at: number): Conversation {
    const conversation = { processType, turns: 0, lastAt: at };
    this.#add(id, conversation);
    add(this.#rows.find(processType), started, 1);
    return conversation;
  }

  #add(id: string, conversation: Conversation): void {
    if (this.#conversations.size >= this.limit) this.#evict();
    this.#conversations.set(id, conversation);
  }

  #observe({ processType, turns }: Conversation): void {
    turnsObserved.observe(this.#rows.find(processType), turns);
  }

  #evict(): void {
    const byAge = [...this.#conversations].sort(([, a], [, b]) => a.lastAt - b.lastAt);
    const count = Math.max(1, Math.floor(this.limit / 16));
    for (const [id] of byAge.slice(0, count)) this.#conversations.delete(id);
    add(this.#store.table('adapter').find(0), evicted, count);
  }
}
