import type { ToolUse } from '../content-block.ts';
import type { Conversation } from '../conversation.ts';
import { toolErrorText, toolResultText } from '../filler.ts';
import type { DueLine } from '../transcript.ts';

/** What a tool gave back to the agent. */
export function toolResultLine(
  { transcript, at, promptId }: Conversation,
  toolUse: ToolUse,
  outcome: 'success' | 'error',
): DueLine {
  const failed = outcome === 'error';
  const content = failed ? toolErrorText : toolResultText;
  const result = { tool_use_id: toolUse.id, type: 'tool_result', content };
  return transcript.line(
    at,
    {
      type: 'user',
      promptId,
      message: { role: 'user', content: [failed ? { ...result, is_error: true } : result] },
      toolUseResult: failed ? `Error: ${content}` : { type: 'text', text: content },
    },
    [{ kind: 'tool-call', outcome }],
  );
}
