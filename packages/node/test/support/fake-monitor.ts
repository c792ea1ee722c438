import type { Alert, CallbackEvent, Listener, NotificationCounter } from '@turnscope/core';
import type { AlertSource } from '../../src/index.ts';

/** An alert that fires; by default the critical one about slow responses, since the first second. */
export function alertOf(differences: Partial<Alert> = {}): Alert {
  return {
    name: 'TurnscopeSlowResponses',
    severity: 'critical',
    processType: 'tactical',
    state: 'firing',
    inhibited: false,
    signal: 'response_latency_score',
    window: '15m',
    value: 0.25,
    limit: 0.7,
    activeAt: 1_000,
    changedAt: 301_000,
    summary: 'Responses to tactical agents are slow.',
    description: 'The latency score of their responses was 0.25.',
    ...differences,
  };
}

/** A monitor whose alerts the test decides. */
export class FakeMonitor implements AlertSource {
  readonly counted = { sent: 0, failed: 0, dropped: 0, queued: 0 };
  evaluations = 0;
  #active: readonly Alert[] = [];
  readonly #listeners = new Set<Listener<'alert'>>();

  /** What is active from now on, and what of it changed just now. */
  set(active: readonly Alert[], ...changed: readonly Alert[]): void {
    this.#active = active;
    for (const alert of changed) for (const listener of [...this.#listeners]) listener(alert);
  }

  /** One alert more fires. */
  fire(alert: Alert): void {
    this.set([...this.#active, alert], alert);
  }

  /** One that is active resolves. */
  resolve(alert: Alert, changedAt: number): void {
    const { name, severity, processType } = alert;
    const others = this.#active.filter(
      (each) =>
        each.name !== name || each.severity !== severity || each.processType !== processType,
    );
    this.set(others, { ...alert, state: 'resolved', changedAt });
  }

  alerts(): readonly Alert[] {
    return this.#active;
  }

  evaluate(): number {
    this.evaluations += 1;
    return 0;
  }

  on<Name extends CallbackEvent>(_event: Name, listener: Listener<Name>): () => void {
    this.#listeners.add(listener as Listener<'alert'>);
    return () => void this.#listeners.delete(listener as Listener<'alert'>);
  }

  enableNotifier(): NotificationCounter {
    return {
      count: (outcome, notifications) => {
        this.counted[outcome] += notifications;
      },
      queued: (notifications) => {
        this.counted.queued = notifications;
      },
    };
  }
}
