/** A conversation by how long its turns took: those that were measured, up to 6 h each. */
export interface SlowConversation {
  readonly conversationId: string;
  readonly processType: string;
  readonly turns: number;
  readonly slowestTurnSeconds: number;
  /** Time of all its turns. */
  readonly turnSeconds: number;
  readonly lastAt: number;
}

/** More than a report shows, so that a shorter window finds some too. */
const mostKept = 200;
const mostShown = 10;

/**
 * The slowest of the conversations that are over, by their slowest turn. Those that no report reaches
 * back to any more make room first. MUTABLE and bounded.
 */
export class SlowestConversations {
  readonly #historySeconds: number;
  #kept: SlowConversation[] = [];

  /** `historySeconds`: how far back reports reach. */
  constructor(historySeconds: number) {
    this.#historySeconds = historySeconds;
  }

  get all(): readonly SlowConversation[] {
    return this.#kept;
  }

  /** One without a turn that was measured is not slow. `now`: epoch milliseconds. */
  add(conversation: SlowConversation, now: number): void {
    if (conversation.slowestTurnSeconds === 0) return;
    this.#kept.push(conversation);
    if (this.#kept.length < 2 * mostKept) return;
    const reached = this.#kept.filter(({ lastAt }) => lastAt >= now - this.#historySeconds * 1000);
    this.#kept = reached.toSorted(bySlowest).slice(0, mostKept);
  }
}

/** Those with their latest event between two times, the slowest first; a few of them. */
export function slowestBetween(
  conversations: readonly SlowConversation[],
  from: number,
  to: number,
): readonly SlowConversation[] {
  return conversations
    .filter(({ lastAt }) => lastAt >= from && lastAt <= to)
    .toSorted(bySlowest)
    .slice(0, mostShown);
}

function bySlowest(a: SlowConversation, b: SlowConversation): number {
  return b.slowestTurnSeconds - a.slowestTurnSeconds;
}
