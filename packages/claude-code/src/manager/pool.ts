import { killStrays } from '../supervise/process-group.ts';
import type { AgentProcess } from './agent-process.ts';
import type { Target } from './job.ts';
import { ManagerError } from './manager-error.ts';

/** The processes of a manager, and which of them may take what. */
export class Pool {
  readonly all: readonly AgentProcess[];

  constructor(all: readonly AgentProcess[]) {
    this.all = all;
  }

  /** Ends every process, and all that it started, at once. */
  kill(): void {
    for (const { leader } of this.all) if (leader) killStrays(leader);
  }

  /** The process that takes a message to this target now, if any. */
  leastLoaded(target: Target): AgentProcess | undefined {
    return leastLoaded(this.all.filter((each) => fits(each, target)));
  }

  /** Why a message to this target would wait in vain; undefined when it would not. */
  refusal(target: Target): ManagerError | undefined {
    const candidates = this.all.filter((each) => fits(each, target));
    if (candidates.some(({ state }) => state !== 'failed' && state !== 'stopped')) return undefined;
    if (candidates.length === 0) {
      const types = [...new Set(this.all.map(({ spec }) => spec.processType))].join(', ');
      const text = `There is no process ${words(target)}; the types are: ${types || 'none'}.`;
      return new ManagerError('unknown', text);
    }
    return new ManagerError(
      'no-process',
      `No process ${words(target)} lives or will be started again; restartFailed() tries once more.`,
    );
  }
}

/** Of those that wait for a message the one with the fewest turns, so that contexts grow alike. */
export function leastLoaded<Process extends Pick<AgentProcess, 'state' | 'turns'>>(
  processes: readonly Process[],
): Process | undefined {
  const ready = processes.filter(({ state }) => state === 'ready');
  const fewest = Math.min(...ready.map(({ turns }) => turns));
  return ready.find(({ turns }) => turns === fewest);
}

/** Whether a process may take what is meant for the target. */
export function fits(process: AgentProcess, target: Target): boolean {
  const { id, processType } = process.spec;
  return (
    (target.process ?? id) === id &&
    (target.processType ?? processType) === processType &&
    (target.conversationId === undefined || target.conversationId === process.conversationId)
  );
}

function words({ process, processType, conversationId }: Target): string {
  const parts = [
    process === undefined ? '' : `with the id ${process}`,
    processType === undefined ? '' : `of the type ${processType}`,
    conversationId === undefined ? '' : `that holds the conversation ${conversationId}`,
  ];
  return parts.filter((part) => part !== '').join(' and ') || 'of the pool';
}
