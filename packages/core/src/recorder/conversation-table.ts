import { offsetOf } from '../catalogue/layout.ts';
import { conversationsActive, conversationsStarted } from '../catalogue/metrics/conversations.ts';
import { conversationsEvicted } from '../catalogue/metrics/health.ts';
import type { Clock } from '../clock.ts';
import type { EventLabels } from '../events/event.ts';
import { add } from '../store/cells.ts';
import type { Section } from '../store/section.ts';
import type { Store } from '../store/store.ts';
import { type Conversation, cellsOf, measure, newConversation } from './conversation.ts';
import type { Conversations, InConversation, TurnInConversation } from './conversations.ts';
import {
  type SlowConversation,
  SlowestConversations,
  slowestBetween,
} from './slowest-conversations.ts';

/** A conversation that was quiet for longer is over: its turns are observed. */
const quietAfterSeconds = 24 * 3600;
/** A conversation with an event within this time counts as active. */
const activeWithinSeconds = 15 * 60;

const started = offsetOf(conversationsStarted);
const active = offsetOf(conversationsActive);
const evicted = offsetOf(conversationsEvicted);

/** The written form of a conversation that is going on. */
export interface ConversationState {
  readonly id: string;
  readonly processType: string;
  /** Values of the user's labels, where there are any. */
  readonly attribution?: EventLabels;
  readonly turns: number;
  /** Epoch milliseconds. */
  readonly lastAt: number;
}

interface ConversationTableOptions {
  /** Conversations held in memory. */
  readonly limit: number;
  /** How far back reports reach. */
  readonly historySeconds: number;
  /** Observes the turns of a conversation that is over. */
  readonly observe: (conversation: Conversation, id: string) => void;
}

/**
 * The conversations that are going on. Mutable and bounded: when it is full, the quietest sixteenth
 * is forgotten and counted as evicted. At any time
 * started = observed turns + tracked + evicted.
 */
export class ConversationTable implements Conversations {
  readonly limit: number;
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #observe: (conversation: Conversation, id: string) => void;
  readonly #conversations = new Map<string, Conversation>();
  /** Of those that are not tracked any more. */
  readonly #gone: SlowestConversations;

  constructor(store: Store, clock: Clock, options: ConversationTableOptions) {
    this.#store = store;
    this.#clock = clock;
    this.limit = options.limit;
    this.#gone = new SlowestConversations(options.historySeconds);
    this.#observe = options.observe;
  }

  get size(): number {
    return this.#conversations.size;
  }

  start(event: InConversation, processType: number, section: Section): void {
    this.#touch(event) ?? this.#begin(event, processType, section);
  }

  turn(event: TurnInConversation, processType: number, section: Section): void {
    const conversation = this.#touch(event) ?? this.#begin(event, processType, section);
    conversation.turns += 1;
    if (event.durationSeconds !== undefined) measure(conversation, event);
  }

  touch(event: InConversation): void {
    this.#touch(event);
  }

  end(id: string): void {
    const conversation = this.#conversations.get(id);
    if (!conversation) return;
    this.#observe(conversation, id);
    this.#forget(id, conversation);
  }

  /** Ends what has been quiet for 24 h, and writes how many are active now into the gauge. */
  sweep(now: number): void {
    for (const section of this.#store.sections) {
      for (const { cells } of section.table('conversation').rows) cells[active] = 0;
    }
    for (const [id, conversation] of this.#conversations) {
      if (conversation.lastAt < now - quietAfterSeconds * 1000) this.end(id);
      else if (conversation.lastAt >= now - activeWithinSeconds * 1000) {
        add(cellsOf(conversation), active, 1);
      }
    }
  }

  /** The slowest that had their latest event between two times, by their slowest turn. */
  slowest(from: number, to: number): readonly SlowConversation[] {
    const tracked = [...this.#conversations]
      .filter(([, { slowestTurnSeconds }]) => slowestTurnSeconds > 0)
      .map(([id, conversation]) => this.#describe(id, conversation));
    return slowestBetween([...this.#gone.all, ...tracked], from, to);
  }

  /** Copies out what is remembered, as plain data. */
  write(): readonly ConversationState[] {
    const names = this.#store.label('process_type').values;
    return [...this.#conversations].map(([id, { processType, section, turns, lastAt }]) => ({
      id,
      processType: names[processType] ?? '',
      ...section.mark,
      turns,
      lastAt,
    }));
  }

  /** Takes back what was written, without counting a start. Turns add to those of a known one. */
  read(states: readonly ConversationState[]): void {
    const processTypes = this.#store.label('process_type');
    for (const { id, processType: name, attribution, turns, lastAt } of states) {
      const known = this.#touch({ conversationId: id, at: lastAt });
      if (known) {
        known.turns += turns;
        continue;
      }
      const section = this.#store.section(this.#store.attributions.of(attribution));
      this.#add(id, { ...newConversation(processTypes.id(name), section, lastAt), turns });
    }
  }

  /** Takes the event whole: its time as a parameter would be copied to the heap. */
  #touch(event: InConversation): Conversation | undefined {
    const known = this.#conversations.get(event.conversationId);
    if (known === undefined) return undefined;
    const at = event.at ?? this.#clock.now();
    if (at > known.lastAt) known.lastAt = at;
    return known;
  }

  #begin(
    { conversationId, at }: InConversation,
    processType: number,
    section: Section,
  ): Conversation {
    const conversation = newConversation(processType, section, at ?? this.#clock.now());
    this.#add(conversationId, conversation);
    add(cellsOf(conversation), started, 1);
    return conversation;
  }

  #add(id: string, conversation: Conversation): void {
    if (this.#conversations.size >= this.limit) this.#evict();
    this.#conversations.set(id, conversation);
  }

  #forget(id: string, conversation: Conversation): void {
    this.#conversations.delete(id);
    this.#gone.add(this.#describe(id, conversation), this.#clock.now());
  }

  #describe(conversationId: string, conversation: Conversation): SlowConversation {
    const { processType, turns, slowestTurnSeconds, turnSeconds, lastAt } = conversation;
    const { values } = this.#store.label('process_type');
    return {
      conversationId,
      processType: values[processType] ?? '',
      turns,
      slowestTurnSeconds,
      turnSeconds,
      lastAt,
    };
  }

  #evict(): void {
    const byAge = [...this.#conversations].sort(([, a], [, b]) => a.lastAt - b.lastAt);
    const count = Math.max(1, Math.floor(this.limit / 16));
    for (const [id, conversation] of byAge.slice(0, count)) this.#forget(id, conversation);
    add(this.#store.table('adapter').find(0), evicted, count);
  }
}
