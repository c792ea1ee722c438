import { setImmediate as otherWork } from 'node:timers/promises';
import type { AgentEvent, PerformanceMonitor } from '@turnscope/core';
import { knownTime } from './event-log.ts';
import type { Period } from './period.ts';
import type { ReplayClock } from './replay-clock.ts';
import { wakeMs } from './wakefulness.ts';

/** Where a replay is played. */
export interface Player {
  readonly monitor: PerformanceMonitor;
  /** The monitor's own. */
  readonly clock: ReplayClock;
  /** Between two evaluations; the monitor's own. */
  readonly intervalSeconds: number;
  /** Hears the share that is done, from 0 to 1, now and then. */
  readonly onProgress: (share: number) => void;
}

/** Evaluations before other work of the process may run. */
const evaluationsAtATime = 100;

/**
 * Plays a period again, so that the monitor shows what one that had looked on would have: each event is
 * recorded when it was known, and evaluations lie one interval apart, the last at the period's end. They
 * stop where nothing can change any more: when the last event has left the longest window and every
 * alert. One stands at the start, and one before each event that follows such a pause.
 *
 * `events`: those that happened in the period, in the order in which they were known. The period is at
 * least two intervals long.
 */
export async function replay(
  events: readonly AgentEvent[],
  period: Period,
  player: Player,
): Promise<void> {
  const { monitor, clock } = player;
  const ticks = new Ticks(period, player);
  clock.set(period.from);
  monitor.evaluate();
  for (const event of events) {
    // What is known after the end is in the report all the same: it happened before.
    const at = Math.min(knownTime(event), period.to - 1);
    if (ticks.isDue(at)) await ticks.run(at);
    clock.set(at);
    monitor.record(event);
    ticks.stayAwake(at);
  }
  await ticks.run(period.to);
}

/** Evaluates while a replay goes on. MUTABLE. */
class Ticks {
  readonly #period: Period;
  readonly #player: Player;
  readonly #intervalMs: number;
  #wakeUntil: number;
  #count = 0;

  constructor(period: Period, player: Player) {
    this.#period = period;
    this.#player = player;
    this.#intervalMs = player.intervalSeconds * 1000;
    this.#wakeUntil = period.from;
  }

  /** Whether an evaluation lies between the clock and a later time. */
  isDue(at: number): boolean {
    return this.#next() <= at;
  }

  /** Something happened, which evaluations can see for a while. */
  stayAwake(at: number): void {
    this.#wakeUntil = at + wakeMs + this.#intervalMs;
  }

  /** Evaluates up to a time; of those that can see nothing only the last. */
  async run(to: number): Promise<void> {
    const { clock, monitor } = this.#player;
    for (let next = this.#next(); next <= to; next = this.#next()) {
      clock.set(next > this.#wakeUntil ? this.#lastUntil(to) : next);
      monitor.evaluate();
      this.#count += 1;
      if (this.#count % evaluationsAtATime === 0) await this.#rest();
    }
  }

  async #rest(): Promise<void> {
    const { clock, onProgress } = this.#player;
    const { from, to } = this.#period;
    onProgress((clock.now() - from) / (to - from));
    await otherWork();
  }

  // Counted back from the end, or the evaluation there could come too early after the one before.

  #next(): number {
    return this.#back(Math.ceil(this.#intervalsLeft(this.#player.clock.now())) - 1);
  }

  #lastUntil(at: number): number {
    return this.#back(Math.ceil(this.#intervalsLeft(at)));
  }

  #intervalsLeft(at: number): number {
    return (this.#period.to - at) / this.#intervalMs;
  }

  #back(intervals: number): number {
    return this.#period.to - intervals * this.#intervalMs;
  }
}
