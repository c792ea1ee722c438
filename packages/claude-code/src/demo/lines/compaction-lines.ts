import type { Conversation } from '../conversation.ts';
import { summaryText } from '../filler.ts';
import type { DueLine } from '../transcript.ts';

export interface Boundary {
  readonly preTokens: number;
  /** Size of the summary alone: another quantity than the next context, and never to be mixed with it. */
  readonly postTokens: number;
  readonly durationMs: number;
  /** What all compactions of the conversation together dropped. */
  readonly cumulativeDroppedTokens: number;
}

/** Where the old context ends. */
export function boundaryLine({ transcript, at }: Conversation, boundary: Boundary): DueLine {
  return transcript.rootLine(at, {
    type: 'system',
    subtype: 'compact_boundary',
    content: 'Conversation compacted',
    isMeta: false,
    level: 'info',
    compactMetadata: { trigger: 'auto', ...boundary },
  });
}

/** What the agent remembers of the old context. */
export function summaryLine({ transcript, at, promptId }: Conversation): DueLine {
  return transcript.line(at, {
    type: 'user',
    promptId,
    message: { role: 'user', content: summaryText },
    isVisibleInTranscriptOnly: true,
    isCompactSummary: true,
  });
}
