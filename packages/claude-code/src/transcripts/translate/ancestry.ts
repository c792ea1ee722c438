import type { LineEnvelope } from '../parse/transcript-line.ts';
import { RecentMap } from './recent-map.ts';

/** In real files a response's parent is the line just before it; parallel tools keep it within a few hundred. */
const linesRemembered = 1024;
const linesKeptIdle = 32;

/**
 * Knows, for each recent line of one file, when the user side last spoke above it: the start of the
 * request that the line answers. Resolved as lines come, by their parents, never by order or time.
 * MUTABLE: bounded; a line whose parent was forgotten or lies outside the file has no such time.
 */
export class Ancestry {
  readonly #userTimes = new RecentMap<string, number | undefined>(linesRemembered);

  has(uuid: string | undefined): boolean {
    return uuid !== undefined && this.#userTimes.has(uuid);
  }

  add(line: LineEnvelope): void {
    if (line.uuid === undefined) return;
    const time = line.author === 'user' ? line.at : this.requestedAt(line);
    this.#userTimes.set(line.uuid, time);
  }

  /** Time of the nearest user line above, epoch milliseconds. */
  requestedAt(line: LineEnvelope): number | undefined {
    return line.parentUuid === undefined ? undefined : this.#userTimes.get(line.parentUuid);
  }

  /** Shrinks to what the next line of an idle file can need. */
  settle(): void {
    this.#userTimes.keepLatest(linesKeptIdle);
  }
}
