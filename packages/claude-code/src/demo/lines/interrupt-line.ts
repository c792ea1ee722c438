import type { Conversation } from '../conversation.ts';
import type { LedgerNote } from '../ledger.ts';
import type { DueLine } from '../transcript.ts';

/** The mark that a person stopped the agent while it was at work. */
export function interruptLine(
  { transcript, at, promptId }: Conversation,
  notes: readonly LedgerNote[],
): DueLine {
  const content = [{ type: 'text', text: '[Request interrupted by user]' }];
  return transcript.line(at, { type: 'user', promptId, message: { role: 'user', content } }, notes);
}
