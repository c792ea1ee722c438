import type { Conversation } from '../conversation.ts';
import { notificationText, promptTexts } from '../filler.ts';
import { drawOne } from '../random/draw.ts';
import { drawAgentId } from '../random/identifier.ts';
import type { DueLine } from '../transcript.ts';

/** A person's prompt. */
export function promptLine(conversation: Conversation): DueLine {
  return userLine(conversation, drawOne(conversation.random, promptTexts), {
    origin: { kind: 'human' },
    promptSource: 'typed',
  });
}

/** The news that a background task has finished, which the agent answers like a prompt. */
export function notificationLine(conversation: Conversation): DueLine {
  return userLine(conversation, notificationText(drawAgentId(conversation.random)), {
    origin: { kind: 'task-notification' },
    promptSource: 'system',
  });
}

/** What a parent asks of its subagent. It starts no turn. */
export function taskLine(conversation: Conversation): DueLine {
  return userLine(conversation, drawOne(conversation.random, promptTexts), {});
}

function userLine({ transcript, at, promptId }: Conversation, content: string, more: object) {
  return transcript.line(at, {
    type: 'user',
    promptId,
    ...more,
    message: { role: 'user', content },
  });
}
