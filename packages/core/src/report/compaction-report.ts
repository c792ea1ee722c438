import type { ThresholdSet } from '../catalogue/thresholds.ts';
import type { LoggedCompaction } from '../recorder/compaction-log.ts';
import type { CompactionReport } from './report.ts';

/** One compaction, with what it alone was worth by the thresholds of its process type. */
export function compactionReport(
  compaction: LoggedCompaction,
  thresholds: ThresholdSet,
): CompactionReport {
  const { at, conversationId, processType, trigger = 'auto', preserved = null } = compaction;
  const { tokensBefore = null, tokensAfter = null, durationSeconds = null } = compaction;
  const ratio = ratioOf(tokensBefore, tokensAfter);
  const { critical } = thresholds.compaction_duration;
  return {
    at,
    conversationId,
    processType,
    trigger,
    tokensBefore,
    tokensAfter,
    ratio,
    durationSeconds,
    preserved,
    effectiveness: effectivenessOf({ ratio, durationSeconds, preserved }, critical),
  };
}

/** As in the histogram of ratios: below one token before there was no context. */
function ratioOf(before: number | null, after: number | null): number | null {
  return before === null || after === null || before < 1 ? null : after / before;
}

function effectivenessOf(
  {
    ratio,
    durationSeconds,
    preserved,
  }: Pick<CompactionReport, 'ratio' | 'durationSeconds' | 'preserved'>,
  criticalSeconds: number,
): number | null {
  // A limit of 0 s is none that a duration could be a share of.
  if (ratio === null || durationSeconds === null || criticalSeconds === 0) return null;
  const parts = [clamp(1 - ratio), clamp(1 - durationSeconds / criticalSeconds)];
  if (preserved !== null) parts.push(preserved ? 1 : 0);
  return parts.reduce((total, part) => total + part, 0) / parts.length;
}

function clamp(value: number): number {
  return Math.min(1, Math.max(0, value));
}
