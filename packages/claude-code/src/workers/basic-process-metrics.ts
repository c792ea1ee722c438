import { type AgentState, isHealthy } from '../manager/agent-state.ts';
import type { ProcessInfo } from '../manager/process-info.ts';

/** How the processes are, without what they did. Times in seconds; `null` where nothing was measured. */
export interface BasicProcessMetrics {
  readonly totalProcesses: number;
  readonly healthyProcesses: number;
  /** Given up, or waiting to be restarted. */
  readonly failedProcesses: number;
  readonly meanStartupSeconds: number | null;
  readonly meanHealthCheckSeconds: number | null;
  readonly restarts: number;
  readonly failures: number;
  /** By id. */
  readonly processes: Readonly<Record<string, ProcessInfo>>;
}

export function basicProcessMetrics(
  processes: readonly ProcessInfo[],
  healthCheckSeconds: readonly number[],
): BasicProcessMetrics {
  const count = (holds: (state: AgentState) => boolean) =>
    processes.filter(({ state }) => holds(state)).length;
  return {
    totalProcesses: processes.length,
    healthyProcesses: count(isHealthy),
    failedProcesses: count((state) => state === 'failed' || state === 'unhealthy'),
    meanStartupSeconds: mean(processes.flatMap(({ startupSeconds }) => startupSeconds ?? [])),
    meanHealthCheckSeconds: mean(healthCheckSeconds),
    restarts: sum(processes.map(({ restarts }) => restarts)),
    failures: sum(processes.map(({ failures }) => failures)),
    processes: Object.fromEntries(processes.map((each) => [each.id, each])),
  };
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : sum(values) / values.length;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
