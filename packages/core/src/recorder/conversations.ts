import type { Section } from '../store/section.ts';

/** What an event says of its conversation; without a time it happens now. */
export interface InConversation {
  readonly conversationId: string;
  readonly at?: number | undefined;
  readonly knownAt?: number | undefined;
}

/** A turn, or an exchange, which is one. */
export interface TurnInConversation extends InConversation {
  readonly durationSeconds?: number | undefined;
}

/** Hears what happens in conversations. `processType`: id of the label; `section`: where it is counted. */
export interface Conversations {
  /** Begins a conversation that is not known yet. */
  start(event: InConversation, processType: number, section: Section): void;
  /** Counts a turn; one of an unknown conversation begins it. */
  turn(event: TurnInConversation, processType: number, section: Section): void;
  /** Something else happened in a conversation, known or not. */
  touch(event: InConversation): void;
  /** Ends a conversation and observes its turns. An unknown one is ignored. */
  end(id: string): void;
}

/** Hears nothing. */
export const noConversations: Conversations = {
  start: () => {},
  turn: () => {},
  touch: () => {},
  end: () => {},
};
