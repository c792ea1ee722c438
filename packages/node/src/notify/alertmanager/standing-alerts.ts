import type { Alert, NotificationCounter } from '@turnscope/core';
import { keyOf } from '../follow-alerts.ts';

/** What an Alertmanager is to know of one alert. Replaced, never changed, so that an answer can tell what it is about. */
export interface StandingAlert {
  readonly alert: Alert;
  /** Epoch milliseconds since when it fires. */
  readonly firedAt: number;
  /** Whether it is to be sent now. */
  readonly isDue: boolean;
  /** Whether it was in a request, so that the receiver may know of it. */
  readonly isTold: boolean;
  /** Whether the receiver accepted it as it is. */
  readonly isAccepted: boolean;
  /** Rounds since it resolved. */
  readonly rounds: number;
}

/** Far above what the catalogue and the limits of process types can make. */
const mostAlerts = 1_000;
/** For so many rounds a resolved alert is told again, in case the receiver was away or is several. */
const roundsAfterEnd = 5;

/**
 * What one Alertmanager is to know: the alerts that fire, and those that have resolved a short time ago.
 * There is one state for each alert and the latest wins, so a receiver that was away is told how things
 * are and not how they were. MUTABLE; bounded, and what finds no room is counted as dropped.
 */
export class StandingAlerts {
  readonly #alerts = new Map<string, StandingAlert>();
  readonly #counter: NotificationCounter;

  constructor(counter: NotificationCounter) {
    this.#counter = counter;
  }

  get size(): number {
    return this.#alerts.size;
  }

  /** What is to be sent now. */
  get due(): readonly StandingAlert[] {
    return [...this.#alerts.values()].filter(({ isDue }) => isDue);
  }

  /** How many the receiver has not accepted as they are. */
  get unheard(): number {
    return [...this.#alerts.values()].filter(({ isAccepted }) => !isAccepted).length;
  }

  /** What is to be sent now, and is in a request from now on. */
  take(): readonly StandingAlert[] {
    return this.due.map((each) => {
      const told = { ...each, isTold: true };
      this.#alerts.set(keyOf(each.alert), told);
      return told;
    });
  }

  fire(alert: Alert): void {
    const key = keyOf(alert);
    const known = this.#alerts.get(key);
    if (known === undefined && !this.#hasRoom()) {
      this.#counter.count('dropped', 1);
      return;
    }
    const { isTold = false } = known ?? {};
    this.#put(key, { ...unheard, alert, firedAt: alert.changedAt, isTold });
  }

  /** The end of an alert that the receiver cannot know of is no news. */
  resolve(alert: Alert): void {
    const key = keyOf(alert);
    const known = this.#alerts.get(key);
    if (known === undefined) return;
    if (known.isTold) this.#put(key, { ...known, ...unheard, alert });
    else this.#forget(key, known);
  }

  /** A round is over: everything is to be sent again, and what resolved long enough ago is forgotten. */
  again(): void {
    for (const [key, known] of this.#alerts) {
      const rounds = known.alert.state === 'resolved' ? known.rounds + 1 : 0;
      if (rounds > roundsAfterEnd) this.#forget(key, known);
      else this.#alerts.set(key, { ...known, isDue: true, rounds });
    }
    this.#count();
  }

  /** The receiver answered these. What has changed meanwhile stays due. */
  answered(sent: readonly StandingAlert[], isAccepted: boolean): void {
    for (const each of sent) {
      const key = keyOf(each.alert);
      if (this.#alerts.get(key) !== each) continue;
      this.#alerts.set(key, {
        ...each,
        isDue: false,
        isAccepted: each.isAccepted || isAccepted,
      });
    }
    this.#count();
  }

  #put(key: string, standing: StandingAlert): void {
    this.#alerts.set(key, standing);
    this.#count();
  }

  #hasRoom(): boolean {
    if (this.#alerts.size < mostAlerts) return true;
    const ended = [...this.#alerts].find(([, { alert }]) => alert.state === 'resolved');
    if (ended !== undefined) this.#forget(...ended);
    return ended !== undefined;
  }

  #forget(key: string, { isAccepted }: StandingAlert): void {
    this.#alerts.delete(key);
    if (!isAccepted) this.#counter.count('dropped', 1);
    this.#count();
  }

  #count(): void {
    this.#counter.queued(this.due.length);
  }
}

const unheard = { isDue: true, isAccepted: false, rounds: 0 } as const;
