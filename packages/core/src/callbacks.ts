import type { CallbackEvent } from './catalogue/row-kinds.ts';
import type { Alert } from './evaluator/alert.ts';
import type { Breach } from './recorder/breach-recorder.ts';
import type { Observation } from './recorder/observation.ts';
import type { Report } from './report/report.ts';

/** What an application hears. */
export interface MonitorEvents {
  /** One event beyond a threshold, at once. */
  readonly breach: Breach;
  /** An alert that fires or has resolved. */
  readonly alert: Alert;
  /** A report that was made. */
  readonly report: Report;
  /** A value that a histogram took, at once. */
  readonly observation: Observation;
}

/** Hears an event. What it returns is not waited for; a promise that rejects counts as a failure. */
export type Listener<Name extends CallbackEvent> = (event: MonitorEvents[Name]) => unknown;

/**
 * The application's callbacks, each apart from the others: one that throws or rejects is counted, and
 * harms neither the others nor the recording. MUTABLE.
 */
export class Callbacks {
  readonly #listeners: { readonly [Name in CallbackEvent]: Set<Listener<Name>> } = {
    breach: new Set(),
    alert: new Set(),
    report: new Set(),
    observation: new Set(),
  };
  readonly #onFailure: (event: CallbackEvent) => void;
  readonly #watchers = new Map<CallbackEvent, (isHeard: boolean) => void>();

  constructor(onFailure: (event: CallbackEvent) => void) {
    this.#onFailure = onFailure;
  }

  /** `watch` hears when an event gets its first listener, and when it has lost its last. One for each event. */
  onListeners(name: CallbackEvent, watch: (isHeard: boolean) => void): void {
    this.#watchers.set(name, watch);
  }

  /** Adds a listener and answers the function that removes it. The same one twice hears once. */
  add<Name extends CallbackEvent>(name: Name, listener: Listener<Name>): () => void {
    const listeners = this.#listeners[name];
    const isFirst = listeners.size === 0;
    listeners.add(listener);
    if (isFirst) this.#watchers.get(name)?.(true);
    return () => {
      const isLast = listeners.delete(listener) && listeners.size === 0;
      if (isLast) this.#watchers.get(name)?.(false);
    };
  }

  isHeard(name: CallbackEvent): boolean {
    return this.#listeners[name].size > 0;
  }

  emit<Name extends CallbackEvent>(name: Name, event: MonitorEvents[Name]): void {
    for (const listener of [...this.#listeners[name]]) this.#call(name, listener, event);
  }

  #call<Name extends CallbackEvent>(
    name: Name,
    listener: Listener<Name>,
    event: MonitorEvents[Name],
  ): void {
    try {
      const result = listener(event);
      if (result instanceof Promise) result.catch(() => this.#onFailure(name));
    } catch {
      this.#onFailure(name);
    }
  }
}
