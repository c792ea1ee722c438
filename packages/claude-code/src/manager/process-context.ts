import type { Clock } from '@turnscope/core';
import type { StreamObserver } from '../stream/observe/stream-observer.ts';
import type { Launch } from '../supervise/agent-child.ts';
import type { ProcessExit } from '../supervise/process-exit.ts';
import type { Timers } from '../supervise/timers.ts';
import type { IncarnationLimits } from './incarnation.ts';
import type { Job } from './job.ts';
import type { ProcessLog } from './process-log.ts';
import type { ResourceLimits } from './resources.ts';

/** What makes one place in the pool differ from the others. */
export interface ProcessSpec {
  readonly id: string;
  readonly processType: string;
  /** Turns after which a compaction is due. */
  readonly turnLimit: number;
  /** How it is started, with the conversation to go on with. */
  readonly launch: (conversationId: string | undefined) => Launch;
}

/** What a process has of the manager around it, to which it names itself. */
export interface ProcessContext<Process> {
  readonly limits: IncarnationLimits;
  readonly resourceLimits: ResourceLimits;
  readonly log: ProcessLog;
  /** Measures one run of a process, with the conversation that it goes on with. */
  readonly observe: (processType: string, conversationId: string | undefined) => StreamObserver;
  readonly stopwatch: Clock;
  readonly timers: Timers;
  /** It can take a message. */
  readonly onIdle: (process: Process) => void;
  /** It will not answer the message that it was given. */
  readonly onLost: (job: Job, process: Process, exit: ProcessExit) => void;
  /** It was given up, or lost its conversation, so messages may wait in vain. */
  readonly onChanged: () => void;
}
