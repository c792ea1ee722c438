import type { Conversation } from '../conversation.ts';
import type { LedgerNote } from '../ledger.ts';
import { failedAttemptLine, giveUpLine, maxAttempts } from '../lines/attempt-lines.ts';
import { drawInteger } from '../random/draw.ts';
import type { DueLine } from '../transcript.ts';

/** Attempts that fail before one that may succeed: 0.5 s of back-off, doubled each time. */
export function* playFailedAttempts(conversation: Conversation, count: number): Generator<DueLine> {
  for (let attempt = 1; attempt <= count; attempt += 1) {
    conversation.at += drawInteger(conversation.random, 300, 1_500);
    const retryInMs = 500 * 2 ** (attempt - 1);
    yield failedAttemptLine(conversation, { attempt, retryInMs });
    conversation.at += retryInMs;
  }
}

/** A request that no attempt got an answer to. */
export function* playGiveUp(
  conversation: Conversation,
  notesAtEnd: readonly LedgerNote[],
): Generator<DueLine> {
  yield* playFailedAttempts(conversation, maxAttempts);
  conversation.at += drawInteger(conversation.random, 300, 1_500);
  yield giveUpLine(conversation, notesAtEnd);
}
