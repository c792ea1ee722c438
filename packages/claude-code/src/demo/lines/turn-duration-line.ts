import type { Conversation } from '../conversation.ts';
import type { DueLine } from '../transcript.ts';

/** What an interactive session writes after a turn: how long the agent was at work. */
export function turnDurationLine({ transcript, at }: Conversation, durationMs: number): DueLine {
  return transcript.line(at, {
    type: 'system',
    subtype: 'turn_duration',
    durationMs,
    pendingBackgroundAgentCount: 0,
    isMeta: false,
  });
}
