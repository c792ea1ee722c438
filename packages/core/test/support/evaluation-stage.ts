import type {
  Alert,
  MonitorOptions,
  PerformanceMonitor,
  SignalName,
  SignalReading,
} from '@turnscope/core';
import { createMonitor } from './create-monitor.ts';
import { FakeClock } from './fake-clock.ts';

const intervalSeconds = 15;

/** A monitor whose clock a test moves, evaluated every 15 seconds. */
export class EvaluationStage {
  readonly clock = new FakeClock();
  readonly monitor: PerformanceMonitor;
  /** Alerts that fired or resolved, in order. */
  readonly heard: Alert[] = [];

  constructor(options: MonitorOptions = {}) {
    this.monitor = createMonitor({ clock: this.clock, ...options });
    this.monitor.on('alert', (alert) => this.heard.push(alert));
    this.monitor.evaluate();
  }

  /** Lets time pass and evaluates every 15 seconds. */
  pass(seconds: number): void {
    for (let left = seconds; left > 0; left -= intervalSeconds) {
      this.clock.pass(Math.min(left, intervalSeconds));
      this.monitor.evaluate();
    }
  }

  /** The signal as its gauge shows it; that about the adapter with an empty process type. */
  reading(signal: SignalName, processType = 'tactical'): SignalReading {
    const found = this.monitor
      .signals()
      .find((each) => each.signal === signal && (each.processType ?? '') === processType);
    if (found === undefined) throw new Error(`no reading of ${signal} for ${processType}`);
    return found;
  }

  /** `fired TurnscopeSlowTurns critical tactical`, one for each change. */
  get changes(): readonly string[] {
    return this.heard.map(({ name, severity, processType, state }) =>
      [state, name, severity, processType ?? ''].join(' ').trim(),
    );
  }
}
