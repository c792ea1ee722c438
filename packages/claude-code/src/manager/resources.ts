import type { Clock } from '@turnscope/core';

/** What a process takes of the machine. */
export interface ResourceUsage {
  readonly memoryBytes: number;
  /** Seconds of processor time that it has used since it started. */
  readonly cpuSeconds: number;
}

/** Asks the system what processes take; those that have ended are left out. */
export type ResourceProbe = (
  pids: readonly number[],
) => Promise<ReadonlyMap<number, ResourceUsage>>;

export interface ResourceLimits {
  /** Resident memory; default 4 GiB. */
  readonly memoryBytes?: number | undefined;
  /** Processor time in a second: 1 is one core. Default none. */
  readonly cpuRatio?: number | undefined;
  /** Checks in a row beyond `cpuRatio` that make a process unhealthy; default 3. */
  readonly cpuChecks?: number | undefined;
}

/** Reads `/proc`, or asks `ps` or Windows: https://github.com/soyuka/pidusage. */
export const systemProbe: ResourceProbe = async (pids) => {
  if (pids.length === 0) return new Map();
  const { default: pidusage } = await import('pidusage');
  const found: Record<string, { memory: number; ctime: number } | undefined> = await pidusage([
    ...pids,
  ]).catch(() => ({}));
  const usages = new Map<number, ResourceUsage>();
  for (const pid of pids) {
    const usage = found[pid];
    if (usage) usages.set(pid, { memoryBytes: usage.memory, cpuSeconds: usage.ctime / 1000 });
  }
  return usages;
};

/** Undefined before it was asked for; of the processor, before the second time. */
export interface LatestUsage {
  readonly memoryBytes: number | undefined;
  readonly cpuRatio: number | undefined;
}

/** Judges one process, check by check. MUTABLE. */
export class ResourceWatch {
  readonly #limits: ResourceLimits;
  readonly #clock: Clock;
  #last: { at: number; cpuSeconds: number } | undefined;
  #busyChecks = 0;
  #latest: LatestUsage = { memoryBytes: undefined, cpuRatio: undefined };

  /** `clock` need not know the time of day. */
  constructor(limits: ResourceLimits, clock: Clock) {
    this.#limits = limits;
    this.#clock = clock;
  }

  /** As of the latest check. */
  get latest(): LatestUsage {
    return this.#latest;
  }

  /** True when the process is within its limits. */
  judge({ memoryBytes, cpuSeconds }: ResourceUsage): boolean {
    const { memoryBytes: most = 4 * 1024 ** 3, cpuRatio: busiest, cpuChecks = 3 } = this.#limits;
    const at = this.#clock.now();
    const cpuRatio = this.#ratio(at, cpuSeconds);
    this.#latest = { memoryBytes, cpuRatio };
    this.#last = { at, cpuSeconds };
    const isBusy = busiest !== undefined && (cpuRatio ?? 0) > busiest;
    this.#busyChecks = isBusy ? this.#busyChecks + 1 : 0;
    return memoryBytes <= most && this.#busyChecks < cpuChecks;
  }

  #ratio(at: number, cpuSeconds: number): number | undefined {
    if (this.#last === undefined || at <= this.#last.at) return undefined;
    return (cpuSeconds - this.#last.cpuSeconds) / ((at - this.#last.at) / 1000);
  }
}
