import type { SignalAlert } from '../catalogue/alert.ts';
import { type Severity, severities } from '../catalogue/thresholds.ts';
import { adapterGroup } from '../window/groups.ts';
import type { Alert } from './alert.ts';
import { AlertMachine } from './alert-machine.ts';
import { alertWords } from './alert-words.ts';
import { isBeyond } from './is-beyond.ts';

/** What an alert is judged by: its signal for one process type. Undefined: no value, or not enough samples. */
export type Judge = (alert: SignalAlert, processType: string) => number | undefined;

/** The limit in force; undefined where the alert has none of this severity. */
export type LimitOf = (
  alert: SignalAlert,
  severity: Severity,
  processType: string,
) => number | undefined;

interface Entry {
  readonly alert: SignalAlert;
  readonly severity: Severity;
  readonly processType: string;
  readonly machine: AlertMachine;
  /** Of the latest evaluation beyond the limit. */
  value: number;
  limit: number;
  changedAt: number;
}

/** Alerts that ended, kept for the report. */
const longestHistory = 200;
/** Critical first, so that a warning that fires with it knows. */
const worstFirst: readonly Severity[] = severities.toReversed();

/**
 * The states of all alerts for all process types. MUTABLE; bounded by alerts times process types, and
 * a history of fixed length.
 */
export class AlertBoard {
  readonly #judge: Judge;
  readonly #limitOf: LimitOf;
  readonly #entries = new Map<string, Entry>();
  readonly #history: Alert[] = [];

  constructor(judge: Judge, limitOf: LimitOf) {
    this.#judge = judge;
    this.#limitOf = limitOf;
  }

  /** Judges these alerts for every process type, and answers those that fired or resolved just now. */
  step(
    now: number,
    alerts: readonly SignalAlert[],
    processTypes: readonly string[],
  ): readonly Alert[] {
    return alerts.flatMap((alert) =>
      processTypes
        .filter((name) => (name === adapterGroup) === (alert.signal.by === 'adapter'))
        .flatMap((processType) => this.#stepOne(now, alert, processType)),
    );
  }

  /** Pending and firing alerts, as of the latest step. */
  get active(): readonly Alert[] {
    return this.entries
      .filter(({ machine }) => machine.phase !== 'inactive')
      .map((entry) => this.#show(entry, entry.machine.phase === 'firing' ? 'firing' : 'pending'));
  }

  /** Alerts that resolved, the latest last. */
  get history(): readonly Alert[] {
    return [...this.#history];
  }

  /** Every state that was ever judged. */
  get entries(): readonly Readonly<Entry>[] {
    return [...this.#entries.values()];
  }

  #stepOne(now: number, alert: SignalAlert, processType: string): readonly Alert[] {
    const value = this.#judge(alert, processType);
    return worstFirst.flatMap((severity) => {
      const limit = this.#limitOf(alert, severity, processType);
      if (limit === undefined) return [];
      return this.#judgeOne(this.#entryOf(alert, severity, processType), { now, value, limit });
    });
  }

  #judgeOne(
    entry: Entry,
    { now, value, limit }: { now: number; value: number | undefined; limit: number },
  ): readonly Alert[] {
    const holds = value !== undefined && isBeyond(value, limit, entry.alert.comparison);
    if (holds) {
      entry.value = value;
      entry.limit = limit;
    }
    const change = entry.machine.step(now, holds);
    if (change !== undefined) entry.changedAt = now;
    if (change === 'fired') return [this.#show(entry, 'firing')];
    if (change !== 'resolved') return [];
    const resolved = this.#show(entry, 'resolved');
    this.#history.push(resolved);
    this.#history.splice(0, this.#history.length - longestHistory);
    return [resolved];
  }

  #entryOf(alert: SignalAlert, severity: Severity, processType: string): Entry {
    const key = keyOf(alert, severity, processType);
    const known = this.#entries.get(key);
    if (known !== undefined) return known;
    const machine = new AlertMachine(alert);
    const entry = { alert, severity, processType, machine, value: 0, limit: 0, changedAt: 0 };
    this.#entries.set(key, entry);
    return entry;
  }

  #show(entry: Readonly<Entry>, state: Alert['state']): Alert {
    const { alert, severity, processType, value, limit, machine, changedAt } = entry;
    const critical = this.#entries.get(keyOf(alert, 'critical', processType));
    return {
      name: alert.name,
      severity,
      processType: processType === adapterGroup ? null : processType,
      state,
      inhibited: severity === 'warning' && critical?.machine.phase === 'firing',
      signal: alert.signal.name,
      window: alert.window,
      value,
      limit,
      activeAt: machine.activeAt,
      changedAt,
      ...alertWords(alert, { processType, value, limit, window: alert.window }),
    };
  }
}

function keyOf({ name }: SignalAlert, severity: Severity, processType: string): string {
  return `${name} ${severity} ${processType}`;
}
