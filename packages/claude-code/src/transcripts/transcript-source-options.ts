import type { Clock, SourceSink } from '@turnscope/core';
import type { LabelRules } from './translate/label-rules.ts';
import type { ProcessTypeRule } from './translate/process-type.ts';

/** What a transcript source reads, and how it names what it finds. */
export interface TranscriptSourceOptions {
  /** Folders that hold transcripts at any depth, for example `~/.claude/projects`. They may not exist yet. */
  readonly folders: readonly string[];
  /** Takes the events. Owned by the caller. */
  readonly sink: SourceSink;
  /**
   * Where counting begins: `start` (default) counts all there is; `now` counts only what is written
   * after the first poll began, and reads what is there for context. A turn or response that goes on
   * then counts whole when it ends.
   */
  readonly from?: 'start' | 'now' | undefined;
  /** Tells how long a file has been quiet. Default the system's. */
  readonly clock?: Clock | undefined;
  /**
   * A turn whose last word is the agent's, and that waits for no tool and no request, is over when
   * its file was quiet for so long (default 120): by the clock while the file is followed, by the
   * times of its lines where the next one is there already. Two seconds are enough where the agent
   * said that it is done. Responses end by the same silence.
   */
  readonly turnQuietSeconds?: number | undefined;
  /** The user's own names for roles of agents; the first rule that applies wins. */
  readonly processTypeRules?: readonly ProcessTypeRule[] | undefined;
  /**
   * Rules for labels of the user's own, which the monitor must have. Folder and entrypoint are those of
   * a file's first line, the model is that of the response. Default none: events bring no labels.
   */
  readonly labelRules?: LabelRules | undefined;
  /** Begins every process type, for example `demo-`. Default none. */
  readonly processTypePrefix?: string | undefined;
  /** Full names of MCP tools (`mcp__server__tool`) that are not to be counted as `mcp`. */
  readonly namedMcpTools?: readonly string[] | undefined;
  /**
   * How many responses and other things that count once are remembered over all files (default
   * 2^20, which takes up to 38 MB; at least 1). The oldest are forgotten, which `stats.forgottenIds`
   * counts: a copy of a line that was forgotten would count again.
   */
  readonly rememberedIds?: number | undefined;
  /** Told in one line what cannot be read and what to do: once, until it can be read and fails again. */
  readonly onProblem?: ((message: string) => void) | undefined;
}
