import type { SignalDefinition } from '@turnscope/core';

/**
 * What a recorded series is told apart by: one exporter's process types, or those of the whole fleet
 * put together.
 */
export type Level = 'instance' | 'fleet';

/**
 * The labels that are left at a level. All others are aggregated away: those of a metric, and the user's own,
 * such as a project and a team.
 */
export function labelsOf({ by }: Pick<SignalDefinition, 'by'>, level: Level): readonly string[] {
  const target = level === 'instance' ? ['job', 'instance'] : ['job'];
  return by === 'adapter' ? target : [...target, 'process_type'];
}
