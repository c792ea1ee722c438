import { PerformanceMonitor, systemClock } from '@turnscope/core';
import { createBackOff } from '../supervise/back-off.ts';
import { longestDelay } from '../supervise/longest-delay.ts';
import { RestartBudget } from '../supervise/restart-budget.ts';
import { systemTimers } from '../supervise/timers.ts';
import { stopwatch, systemRandom } from '../system-clock.ts';
import type { ManagerOptions, Outside, ResolvedManagerOptions } from './manager-options.ts';
import { type ResourceLimits, systemProbe } from './resources.ts';

const streamJson = '-p --input-format stream-json --output-format stream-json --verbose'.split(' ');

const numbers = {
  startupTimeoutMs: 30_000,
  graceMs: 5_000,
  longestLine: 64 * 1024 * 1024,
  unreadableLines: 20,
  timeoutMs: 1_800_000,
  queueLimit: 100,
  healthIntervalMs: 15_000,
};
type NumberName = keyof typeof numbers;
const mayBeZero: ReadonlySet<string> = new Set(['queueLimit', 'healthIntervalMs']);

/** Fills in defaults. Throws a RangeError that names the option when a number makes no sense. */
export function resolveManagerOptions(options: ManagerOptions): ResolvedManagerOptions {
  const outside = resolveOutside(options.outside);
  const { timeoutMs, queueLimit, healthIntervalMs, ...limits } = resolveNumbers(options);
  const createBudget = () => new RestartBudget(options.restarts ?? {}, outside.stopwatch);
  // Made once for nothing, so that what is wrong with it is told now.
  createBudget();
  return {
    monitor: options.monitor ?? new PerformanceMonitor({ clock: outside.clock, sources: [] }),
    groups: resolveGroups(options.processes ?? { strategic: 1, tactical: 4 }),
    command: options.command ?? 'claude',
    args: options.args ?? streamJson,
    folder: options.folder,
    environment: options.environment ?? process.env,
    limits,
    timeoutMs,
    queueLimit,
    healthIntervalMs,
    inFlight: options.inFlight ?? 'fail',
    backOff: createBackOff(options.backOff ?? {}, outside.random),
    createBudget,
    resources: checkResources(options.resources ?? {}),
    outside,
  };
}

function resolveOutside(outside: ManagerOptions['outside']): Outside {
  return {
    clock: systemClock,
    stopwatch,
    timers: systemTimers,
    random: systemRandom,
    probe: systemProbe,
    ...outside,
  };
}

function resolveNumbers(options: ManagerOptions): Record<NumberName, number> {
  const names = Object.keys(numbers) as NumberName[];
  const entries = names.map((name) => {
    const value = options[name] ?? numbers[name];
    return [name, whole(name, value, mayBeZero.has(name) ? 0 : 1)];
  });
  return Object.fromEntries(entries) as Record<NumberName, number>;
}

function resolveGroups(
  processes: NonNullable<ManagerOptions['processes']>,
): ResolvedManagerOptions['groups'] {
  return Object.entries(processes).map(([processType, group]) => {
    const options = typeof group === 'number' ? { count: group } : group;
    whole(`processes.${processType}.count`, options.count ?? 1, 0);
    whole(`processes.${processType}.turnLimit`, options.turnLimit ?? 1, 1);
    return [processType, options];
  });
}

/** Infinite limits are none. */
function checkResources(resources: ResourceLimits): ResourceLimits {
  const { memoryBytes = 1, cpuRatio = 1, cpuChecks = 1 } = resources;
  for (const [name, value] of Object.entries({ memoryBytes, cpuRatio })) {
    if (!(value > 0)) throw new RangeError(`resources.${name} must be above 0, got ${value}`);
  }
  whole('resources.cpuChecks', cpuChecks, 1);
  return resources;
}

function whole(name: string, value: number, least: number): number {
  if (Number.isInteger(value) && value >= least && value <= longestDelay) return value;
  throw new RangeError(
    `${name} must be a whole number from ${least} to ${longestDelay}, got ${value}`,
  );
}
