import type { MonitorParts } from './monitor-parts.ts';

/**
 * Brings everything up to date as of `now`, in epoch milliseconds; evaluates signals and alerts when the
 * latest evaluation is at least so many seconds old, and tells of those that fired or resolved.
 */
export function evaluateWhenOld(parts: MonitorParts, now: number, seconds: number): void {
  const { health, conversations, evaluator, late, callbacks } = parts;
  conversations.sweep(now);
  health.refresh(now);
  if (!evaluator.isOlder(now, seconds)) return;
  // What was recorded since the monitor was made is growth, unless history is among it.
  if (evaluator.evaluatedAt === undefined && !late.hasHistory) evaluator.beginAt(parts.madeAt);
  const changed = evaluator.evaluate(now);
  late.evaluated();
  late.takeAsLateBefore(now - 2000 * evaluator.intervalSeconds);
  for (const alert of changed) callbacks.emit('alert', alert);
}
