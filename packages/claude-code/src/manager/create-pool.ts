import { randomUUID } from 'node:crypto';
import { StreamObserver } from '../stream/observe/stream-observer.ts';
import { RestartPlan } from '../supervise/restart-plan.ts';
import { AgentProcess } from './agent-process.ts';
import type { ResolvedManagerOptions } from './manager-options.ts';
import { Pool } from './pool.ts';
import type { ProcessContext } from './process-context.ts';
import { ProcessLog } from './process-log.ts';
import { processSpecs } from './process-specs.ts';

/** Makes the processes of a manager, none of which is started yet, and connects them with its monitor. */
export function createPool(
  options: ResolvedManagerOptions,
  ears: Pick<ProcessContext<AgentProcess>, 'onIdle' | 'onLost' | 'onChanged'>,
): Pool {
  const { monitor, limits, resources, outside, backOff, createBudget } = options;
  const { clock, stopwatch, timers } = outside;
  const log = new ProcessLog(monitor, clock);
  const context: ProcessContext<AgentProcess> = {
    limits,
    resourceLimits: resources,
    log,
    observe: (processType, conversationId) => {
      const resumed = conversationId !== undefined;
      return new StreamObserver(monitor, { processType, conversationId, resumed, clock });
    },
    stopwatch,
    timers,
    ...ears,
  };
  // Random, or processes of two managers could be taken for each other's.
  const specs = processSpecs(options, randomUUID);
  const planOf = () => new RestartPlan(backOff, createBudget(), timers);
  return new Pool(specs.map((spec) => new AgentProcess(spec, planOf(), context)));
}
