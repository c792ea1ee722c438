import type { LineEnvelope } from '../parse/transcript-line.ts';
import { hashOf } from './hash-text.ts';
import { RecentTimes } from './recent-times.ts';

/** In real files a response's parent is the line just before it; parallel tools keep it within a few hundred. */
const linesRemembered = 1024;
const linesKeptIdle = 32;

/**
 * Knows, for each recent line of one file, when the user side last spoke above it: the start of the
 * request that the line answers. Resolved as lines come, by their parents, never by order or time.
 * MUTABLE: bounded; a line whose parent was forgotten or lies outside the file has no such time.
 */
export class Ancestry {
  readonly #userTimes = new RecentTimes(linesRemembered);

  /**
   * Takes the next line and answers the time of the nearest user line above, epoch milliseconds.
   * A line that is known already is a copy, and answers so.
   */
  add({ uuid, parentUuid, author, at }: LineEnvelope): number | undefined | 'known' {
    const key = uuid === undefined ? undefined : hashOf(uuid);
    if (key !== undefined && this.#userTimes.has(key)) return 'known';
    const above = parentUuid === undefined ? undefined : this.#userTimes.get(hashOf(parentUuid));
    if (key !== undefined) this.#userTimes.add(key, author === 'user' ? at : above);
    return above;
  }

  /** Shrinks to what the next line of an idle file can need. */
  settle(): void {
    this.#userTimes.keepLatest(linesKeptIdle);
  }
}
