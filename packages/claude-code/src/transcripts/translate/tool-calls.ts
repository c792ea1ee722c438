import type { ToolResult, ToolUse } from '../parse/transcript-line.ts';
import { elapsedSeconds } from './elapsed.ts';
import { type Attribution, attributionOf } from './file-attribution.ts';
import { hashOf } from './hash-text.ts';
import { RecentMap } from './recent-map.ts';
import type { FileTranslation } from './translation.ts';

/** Where a tool was used, and what that is attributed to. */
export interface ToolContext extends Attribution {
  readonly at: number | undefined;
  readonly conversationId: string;
  readonly processType: string;
}

/** What it needs of a translation. */
type ToolTranslation = Pick<FileTranslation, 'record' | 'namedMcpTools'> & {
  readonly once: Pick<FileTranslation['once'], 'claim'>;
};

interface PendingTool extends ToolContext {
  readonly tool: string;
}

/** Tools that run at the same time in one place, with room. */
const mostPending = 1024;
const mcpStart = 'mcp__';

/** The tool calls of one file or stream. MUTABLE: holds what waits for its result, bounded; a call without one is no event. */
export class ToolCalls {
  readonly #translation: ToolTranslation;
  readonly #pending = new RecentMap<number, PendingTool>(mostPending);

  constructor(translation: ToolTranslation) {
    this.#translation = translation;
  }

  begin(uses: readonly ToolUse[], context: ToolContext): void {
    for (const { id, tool } of uses) this.#pending.set(hashOf(id), { ...context, tool });
  }

  /** Records the calls that these results, which came at `at`, answer. */
  finish(results: readonly ToolResult[], at: number | undefined): void {
    for (const result of results) this.#finishOne(result, at);
  }

  #finishOne({ toolUseId, outcome }: ToolResult, at: number | undefined): void {
    const key = hashOf(toolUseId);
    const pending = this.#pending.get(key);
    if (pending === undefined) return;
    this.#pending.delete(key);
    if (!this.#translation.once.claim('tool-call', toolUseId)) return;
    const { conversationId, processType, tool } = pending;
    this.#translation.record({
      type: 'tool-call',
      at: at ?? pending.at,
      conversationId,
      processType,
      ...attributionOf(pending),
      tool: this.#label(tool),
      outcome,
      durationSeconds: elapsedSeconds(pending.at, at),
    });
  }

  /** Servers bring tools without end: they are one name unless the user asks for theirs. */
  #label(tool: string): string {
    if (!tool.startsWith(mcpStart)) return tool;
    return this.#translation.namedMcpTools.has(tool) ? tool : 'mcp';
  }
}
