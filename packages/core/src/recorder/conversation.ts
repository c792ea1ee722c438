import { conversationTurns } from '../catalogue/metrics/conversations.ts';
import { type Cells, HistogramCells } from '../store/cells.ts';
import type { Section } from '../store/section.ts';
import type { TurnInConversation } from './conversations.ts';
import { longestDurationSeconds } from './discard-recorder.ts';

const turnsObserved = HistogramCells.of(conversationTurns);

/** What is remembered of a conversation. One object for its whole life; its numbers change. */
export interface Conversation {
  /** Id of its process type: the row it is counted in. */
  readonly processType: number;
  /** Of the event that began it: where its row is. */
  readonly section: Section;
  turns: number;
  /** Epoch milliseconds of its latest event. */
  lastAt: number;
  /** Of its turns that were measured. */
  slowestTurnSeconds: number;
  turnSeconds: number;
}

/** The cells it is counted in. */
export function cellsOf({ processType, section }: Conversation): Cells {
  return section.table('conversation').find(processType);
}

/** Counts the turns of a conversation that is over. */
export function observeTurns(cells: Cells, { turns }: Conversation): void {
  turnsObserved.observe(cells, turns);
}

/** Adds a turn that was measured. Takes the event whole: its duration as a parameter would be copied to the heap. */
export function measure(
  conversation: Conversation,
  { durationSeconds: seconds = 0 }: TurnInConversation,
): void {
  if (seconds > longestDurationSeconds) return;
  conversation.turnSeconds += seconds;
  if (seconds > conversation.slowestTurnSeconds) conversation.slowestTurnSeconds = seconds;
}

/** One that has just begun, or been read back. */
export function newConversation(
  processType: number,
  section: Section,
  lastAt: number,
): Conversation {
  return { processType, section, turns: 0, lastAt, slowestTurnSeconds: 0, turnSeconds: 0 };
}
