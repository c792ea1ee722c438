import { type Clock, PerformanceMonitor, systemClock } from '@turnscope/core';
import { isHealthy } from '../manager/agent-state.ts';
import { ClaudeCodeManager } from '../manager/claude-code-manager.ts';
import { ManagerError } from '../manager/manager-error.ts';
import { leastLoaded } from '../manager/pool.ts';
import type { ProcessInfo } from '../manager/process-info.ts';
import { stopwatch } from '../system-clock.ts';
import { basicProcessMetrics } from './basic-process-metrics.ts';
import { fromAlert, fromBreach, type PerformanceAlert } from './performance-alert.ts';
import type { PerformanceMetrics } from './performance-metrics.ts';
import type {
  CompressionEvent,
  ConversationExchange,
  RecordedCompression,
  RecordedExchange,
} from './recorded.ts';
import type { WorkersOptions } from './workers-options.ts';
import { writeAtomically } from './write-atomically.ts';

/** Checks whose mean is told. */
const mostChecks = 1_000;

/**
 * The interface of the system that Turnscope succeeds, over a `ClaudeCodeManager` and its monitor, for who
 * comes from there. Whoever begins anew takes these two.
 */
export class ClaudeCodeWorkers {
  readonly manager: ClaudeCodeManager;
  readonly #clock: Clock;
  readonly #isMonitoring: boolean;
  readonly #checkSeconds: number[] = [];
  #breaches = 0;

  /** Starts nothing yet. Throws a RangeError that names the option when a number makes no sense. */
  constructor(options: WorkersOptions = {}) {
    const { maxWorkers = 5, enablePerformanceMonitoring: enabled = true } = options;
    if (!(Number.isInteger(maxWorkers) && maxWorkers >= 1)) {
      throw new RangeError(`maxWorkers must be a whole number of at least 1, got ${maxWorkers}`);
    }
    this.#clock = options.clock ?? systemClock;
    this.#isMonitoring = enabled;
    const overrides = options.monitoringThresholds;
    this.manager = new ClaudeCodeManager({
      ...options.manager,
      monitor: new PerformanceMonitor({ enabled, clock: this.#clock, thresholds: { overrides } }),
      processes: { strategic: 1, tactical: maxWorkers - 1 },
      outside: { clock: this.#clock, ...options.manager?.outside },
    });
    // A report is about what came after an evaluation.
    this.manager.monitor.evaluate();
  }

  recordConversationExchange(exchange: ConversationExchange): RecordedExchange {
    const timestamp = this.#clock.now();
    const { tokensUsed = 0, contextSize = 0, processType = 'unknown', success = true } = exchange;
    const { conversationId, responseTimeMs, errorDetails } = exchange;
    this.manager.monitor.recordExchange({
      conversationId,
      processType,
      outcome: success ? 'success' : 'error',
      durationSeconds: responseTimeMs / 1000,
      tokens: { output: tokensUsed },
      contextTokens: contextSize === 0 ? undefined : contextSize,
      at: timestamp,
    });
    const defaults = { tokensUsed, contextSize, processType, success, errorDetails };
    return { ...exchange, ...defaults, timestamp };
  }

  recordCompressionEvent(event: CompressionEvent): RecordedCompression {
    const timestamp = this.#clock.now();
    const { originalSize, compressedSize, criticalInfoPreserved = true } = event;
    this.manager.monitor.recordCompaction({
      conversationId: event.compressionId,
      outcome: 'success',
      tokensBefore: originalSize,
      tokensAfter: compressedSize,
      durationSeconds: event.compressionTimeMs / 1000,
      preserved: criticalInfoPreserved,
      at: timestamp,
    });
    const compressionRatio = originalSize > 0 ? compressedSize / originalSize : null;
    return { ...event, criticalInfoPreserved, compressionRatio, timestamp };
  }

  /** Of the last so many minutes, as far back as the monitor and its history reach. */
  getPerformanceMetrics(timeWindowMinutes = 60): PerformanceMetrics {
    const processMetrics = basicProcessMetrics(this.manager.processes(), this.#checkSeconds);
    if (!this.#isMonitoring) return { ...processMetrics, performanceMonitoringEnabled: false };
    const report = this.manager.monitor.report({ seconds: timeWindowMinutes * 60 });
    return { ...report, performanceMonitoringEnabled: true, processMetrics };
  }

  /** Those that fire now. */
  getActivePerformanceAlerts(): readonly PerformanceAlert[] {
    const { monitor } = this.manager;
    monitor.evaluate();
    return monitor.alerts().flatMap((alert) => (alert.state === 'firing' ? fromAlert(alert) : []));
  }

  /**
   * Calls back at each breach, and when an alert fires or has resolved, from now on. The answer ends that.
   * What it throws or rejects with harms nothing.
   */
  configureAlertCallback(callback: (alert: PerformanceAlert) => unknown): () => void {
    const { monitor } = this.manager;
    const endBreaches = monitor.on('breach', (breach) => {
      this.#breaches += 1;
      return callback(fromBreach(breach, this.#breaches));
    });
    const endAlerts = monitor.on('alert', (alert) => callback(fromAlert(alert)));
    return () => {
      endBreaches();
      endAlerts();
    };
  }

  /** Writes metrics and active alerts as JSON, whole or not at all. Rejects with the system's error. */
  async exportMetricsToFile(path: string): Promise<void> {
    const content = {
      exportedAt: this.#clock.now(),
      metrics: this.getPerformanceMetrics(),
      alerts: this.getActivePerformanceAlerts(),
    };
    await writeAtomically(path, `${JSON.stringify(content, undefined, 2)}\n`);
  }

  /**
   * Whether all got ready; where they were started already, whether all are. Those that did not, where others
   * did, are tried again by themselves.
   */
  async startAllProcesses(): Promise<boolean> {
    if (this.isRunning()) {
      return this.manager.processes().every(({ state }) => isHealthy(state));
    }
    try {
      return await this.manager.start();
    } catch (error) {
      if (error instanceof ManagerError) return false;
      throw error;
    }
  }

  /** Whether each process is healthy, by id. */
  async healthCheckAll(): Promise<Readonly<Record<string, boolean>>> {
    const startedAt = stopwatch.now();
    const healthy = await this.manager.checkHealth();
    this.#checkSeconds.push((stopwatch.now() - startedAt) / 1000);
    if (this.#checkSeconds.length > mostChecks) this.#checkSeconds.shift();
    return Object.fromEntries(healthy);
  }

  /** Tries those that were given up; how many got ready. */
  restartFailedProcesses(): Promise<number> {
    return this.manager.restartFailed();
  }

  /** Asks every process to end and kills what is left after so many seconds. */
  shutdown(timeoutSeconds = 10): Promise<void> {
    return this.manager.shutdown(timeoutSeconds * 1000);
  }

  getStrategicProcess(): ProcessInfo | undefined {
    return this.#ofType('strategic')[0];
  }

  getTacticalProcesses(): readonly ProcessInfo[] {
    return this.#ofType('tactical');
  }

  /** The tactical process that `send` would take now; undefined when all are busy or down. */
  getAvailableTacticalProcess(): ProcessInfo | undefined {
    return leastLoaded(this.getTacticalProcesses());
  }

  getProcessCountByType(): Readonly<Record<string, number>> {
    const counts: Record<string, number> = {};
    for (const { processType } of this.manager.processes()) {
      counts[processType] = (counts[processType] ?? 0) + 1;
    }
    return counts;
  }

  isRunning(): boolean {
    return this.manager.isRunning;
  }

  #ofType(processType: string): readonly ProcessInfo[] {
    return this.manager.processes().filter((each) => each.processType === processType);
  }
}
