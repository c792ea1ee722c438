import type { Conversation } from '../conversation.ts';
import { drawUuid } from '../random/identifier.ts';
import type { DueLine } from '../transcript.ts';

/** What a SessionStart hook writes when a process starts, and again after a compaction. */
export function startLine(conversation: Conversation, why: 'startup' | 'compact'): DueLine {
  const toolUseID = drawUuid(conversation.random);
  return conversation.transcript.line(
    conversation.at,
    {
      type: 'progress',
      data: {
        type: 'hook_progress',
        hookEvent: 'SessionStart',
        hookName: `SessionStart:${why}`,
        command: 'demo: an imaginary hook',
      },
      toolUseID,
      parentToolUseID: toolUseID,
    },
    why === 'startup' ? [{ kind: 'process-start' }] : [],
  );
}
