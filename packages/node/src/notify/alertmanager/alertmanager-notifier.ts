import type { NotificationCounter } from '@turnscope/core';
import { Delivery, type Parcel } from '../delivery.ts';
import { followAlerts, keyOf } from '../follow-alerts.ts';
import {
  checkSeconds,
  type Notifier,
  type NotifierOptions,
  type ResolvedOptions,
  resolveNotifierOptions,
} from '../notifier.ts';
import { type AlertMessage, alertMessage, type Sender } from './alert-message.ts';
import { type StandingAlert, StandingAlerts } from './standing-alerts.ts';

export interface AlertmanagerNotifierOptions extends NotifierOptions {
  /** The label `instance`: what Prometheus calls this exporter, where its rules fire too. Not empty. */
  readonly instance: string;
  /** A link from each alert back to where it comes from. */
  readonly generatorUrl?: string | undefined;
  /** What fires is sent again so often, above 0; default 60. Untold for four times as long it would end by itself. */
  readonly resendSeconds?: number | undefined;
}

/** Some attempts in each round. */
const backOff = { firstMs: 1_000, mostMs: 30_000 };
/** As in Prometheus: so many sends in a row may fail before the receiver takes an alert for ended. */
const roundsUntilEnd = 4;

/**
 * Tells an Alertmanager, by its v2 API, of the alerts that fire and of their end. `url` is that of
 * Alertmanager, without `/api/v2/alerts`. Throws a RangeError when an option makes no sense.
 *
 * @example
 * const notifier = createAlertmanagerNotifier({ monitor, url: 'http://127.0.0.1:9093', instance: hostname() });
 * const evaluation = startEvaluation(monitor);
 */
export function createAlertmanagerNotifier(options: AlertmanagerNotifierOptions): Notifier {
  const { instance, generatorUrl, resendSeconds = 60 } = options;
  if (instance === '') throw new RangeError('instance must not be empty');
  checkSeconds('resendSeconds', resendSeconds);
  const resolved = resolveNotifierOptions(options);
  const { labels, runbooks } = resolved;
  const sender = { instance, generatorUrl, labels, runbooks };
  return new AlertmanagerNotifier(resolved, sender, resendSeconds * 1000);
}

/** MUTABLE. */
class AlertmanagerNotifier implements Notifier {
  readonly #options: ResolvedOptions;
  readonly #sender: Sender;
  readonly #roundMs: number;
  readonly #counter: NotificationCounter;
  readonly #standing: StandingAlerts;
  readonly #delivery: Delivery;
  readonly #stopFollowing: () => void;
  #cancelRound: (() => void) | undefined;

  constructor(options: ResolvedOptions, sender: Sender, roundMs: number) {
    this.#options = options;
    this.#sender = sender;
    this.#roundMs = roundMs;
    this.#counter = options.monitor.enableNotifier('alertmanager');
    this.#standing = new StandingAlerts(this.#counter);
    this.#delivery = new Delivery({
      ...options,
      url: `${options.url.replace(/\/+$/, '')}/api/v2/alerts`,
      backOff,
      next: () => this.#next(),
      counter: this.#counter,
    });
    this.#stopFollowing = followAlerts(options.monitor, {
      fired: (alert) => this.#changed(() => this.#standing.fire(alert)),
      resolved: (alert) => this.#changed(() => this.#standing.resolve(alert)),
    });
  }

  async close(): Promise<void> {
    this.#stopFollowing();
    this.#cancelRound?.();
    await this.#delivery.close();
    this.#counter.count('dropped', this.#standing.unheard);
    this.#counter.queued(0);
  }

  #changed(change: () => void): void {
    change();
    this.#cancelRound ??= this.#startRound();
    this.#delivery.wake();
  }

  #startRound(): () => void {
    return this.#options.outside.timers.after(this.#roundMs, () => this.#endRound());
  }

  #endRound(): void {
    this.#cancelRound = undefined;
    const { monitor, onProblem } = this.#options;
    try {
      // What is said again must be judged again, even where no timer drives the monitor and no scrape comes.
      monitor.evaluate();
    } catch (cause) {
      onProblem(new Error('the alerts could not be evaluated', { cause }));
    }
    this.#standing.again();
    if (this.#standing.size > 0) this.#cancelRound ??= this.#startRound();
    this.#delivery.wake();
  }

  #next(): Parcel | undefined {
    const due = this.#standing.take();
    if (due.length === 0) return undefined;
    return {
      body: JSON.stringify(this.#messages(due)),
      notifications: due.length,
      settle: (outcome) => {
        if (outcome !== 'failed') this.#standing.answered(due, outcome === 'accepted');
      },
    };
  }

  #messages(due: readonly StandingAlert[]): readonly AlertMessage[] {
    const { monitor, outside } = this.#options;
    const endsAt = outside.clock.now() + roundsUntilEnd * this.#roundMs;
    const asOfNow = new Map(monitor.alerts().map((alert) => [keyOf(alert), alert]));
    return due.map(({ alert, firedAt }) => {
      if (alert.state === 'resolved') {
        return alertMessage(alert, this.#sender, { from: firedAt, to: alert.changedAt });
      }
      return alertMessage(asOfNow.get(keyOf(alert)) ?? alert, this.#sender, {
        from: firedAt,
        to: endsAt,
      });
    });
  }
}
