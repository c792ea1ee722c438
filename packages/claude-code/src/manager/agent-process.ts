import type { ExitReason } from '@turnscope/core';
import { gaveOut, type ProcessExit } from '../supervise/process-exit.ts';
import type { GroupLeader } from '../supervise/process-group.ts';
import type { RestartPlan } from '../supervise/restart-plan.ts';
import { type AgentState, isHealthy, isRestart, type StartCause } from './agent-state.ts';
import type { TurnResult } from './answer.ts';
import { Desk } from './desk.ts';
import { HeldConversation } from './held-conversation.ts';
import { Incarnation } from './incarnation.ts';
import type { Job } from './job.ts';
import type { ProcessContext, ProcessSpec } from './process-context.ts';
import { causeOfStart, type ProcessInfo, ProcessTally } from './process-info.ts';
import { startFailure } from './refusals.ts';
import { type ResourceUsage, ResourceWatch } from './resources.ts';

/** One place in the pool: a process over all its restarts. MUTABLE. */
export class AgentProcess {
  readonly spec: ProcessSpec;
  readonly #context: ProcessContext<AgentProcess>;
  readonly #plan: RestartPlan;
  readonly #tally = new ProcessTally();
  readonly #desk: Desk;
  readonly #conversation = new HeldConversation();
  #watch: ResourceWatch;
  #state: AgentState = 'stopped';
  #incarnation: Incarnation | undefined;
  #isStopping = false;
  #onStarted: (failure: string | undefined) => void = () => {};
  #onStopped: () => void = () => {};

  constructor(spec: ProcessSpec, plan: RestartPlan, context: ProcessContext<AgentProcess>) {
    this.spec = spec;
    this.#plan = plan;
    this.#context = context;
    this.#desk = new Desk(context.stopwatch, context.timers, context.limits.graceMs);
    this.#watch = new ResourceWatch(context.resourceLimits, context.stopwatch);
  }

  get state(): AgentState {
    return this.#state;
  }

  get isHealthy(): boolean {
    return isHealthy(this.#state);
  }

  get turns(): number {
    return this.#conversation.turns;
  }

  get conversationId(): string | undefined {
    return this.#conversation.id;
  }

  /** For who must end it when nobody else will. */
  get leader(): GroupLeader | undefined {
    return this.#incarnation?.leader;
  }

  info(): ProcessInfo {
    return {
      id: this.spec.id,
      processType: this.spec.processType,
      state: this.#state,
      pid: this.leader?.pid,
      conversationId: this.conversationId,
      turns: this.turns,
      ...this.#tally,
      ...this.#watch.latest,
    };
  }

  /** Starts it, or tries anew where it was given up. Resolves when it is ready, or to what went wrong. */
  start(): Promise<string | undefined> {
    this.#isStopping = false;
    this.#plan.renew();
    return new Promise((done) => {
      this.#onStarted = done;
      this.#launch(causeOfStart(this.info()));
    });
  }

  /** Gives it a message; it must be ready. */
  run(job: Job): void {
    if (this.#incarnation === undefined) return;
    this.#become('busy');
    this.#desk.take(job, this.#incarnation);
  }

  /** Takes a check of its resources, undefined where the system said nothing. Answers whether it is healthy. */
  judge(usage: ResourceUsage | undefined): boolean {
    const isWithin = usage === undefined || this.#watch.judge(usage);
    if (!isWithin && this.#state !== 'unhealthy') this.#incarnation?.end('unhealthy');
    return this.isHealthy;
  }

  /** Ends it: asks first, kills after `graceMs`. Resolves when nothing of it is left. */
  async stop(graceMs: number): Promise<void> {
    this.#isStopping = true;
    this.#plan.cancel();
    const incarnation = this.#incarnation;
    if (incarnation === undefined) return this.#become('stopped');
    await new Promise<void>((done) => {
      this.#onStopped = done;
      incarnation.end('shutdown', graceMs);
    });
  }

  #launch(cause: StartCause): void {
    const { limits, stopwatch, timers, observe, resourceLimits } = this.#context;
    const { id: conversationId } = this.#conversation;
    this.#watch = new ResourceWatch(resourceLimits, stopwatch);
    this.#become('starting');
    const startedAt = stopwatch.now();
    let isReady = false;
    const launch = this.spec.launch(conversationId);
    const observer = observe(this.spec.processType, conversationId);
    this.#incarnation = new Incarnation(
      { launch, limits, observer, timers },
      {
        ready: () => {
          isReady = true;
          this.#ready(cause, (stopwatch.now() - startedAt) / 1000);
        },
        result: (result) => this.#result(result),
        compacted: () => this.#conversation.compacted(),
        ending: () => {
          if (!this.#isStopping) this.#become('unhealthy');
        },
        exit: (exit) => {
          if (!isReady) this.#failedToStart(cause, exit);
          const isItsOwn = !this.#isStopping && gaveOut(exit, isReady);
          this.#conversation.left(this.#incarnation?.conversationId, isItsOwn);
          this.#exited(exit);
        },
      },
    );
  }

  #ready(cause: StartCause, startupSeconds: number): void {
    const { log, onIdle, onChanged } = this.#context;
    const { processType } = this.spec;
    this.#tally.startupSeconds = startupSeconds;
    log.started(processType, cause, startupSeconds);
    if (isRestart(cause)) {
      this.#tally.restarts += 1;
      log.restarted(processType, cause, 'success');
    }
    this.#become('ready');
    this.#onStarted(undefined);
    onChanged();
    onIdle(this);
  }

  #result(result: TurnResult): void {
    const { id, processType, turnLimit } = this.spec;
    const { onChanged, onIdle } = this.#context;
    if (this.#conversation.turned(this.#incarnation?.conversationId)) onChanged();
    this.#plan.helped();
    const { turns } = this;
    const author = { process: id, processType, turns, compactionDue: turns >= turnLimit };
    if (!this.#desk.finish(result, author) || this.#state !== 'busy') return;
    this.#become('ready');
    onIdle(this);
  }

  #failedToStart(cause: StartCause, exit: ProcessExit): void {
    const { log } = this.#context;
    const { processType } = this.spec;
    if (exit.pid !== undefined) log.started(processType, cause, undefined);
    const outcome = this.#isStopping ? 'interrupted' : 'error';
    if (isRestart(cause)) log.restarted(processType, cause, outcome);
    this.#onStarted(startFailure(this.spec.id, exit));
  }

  #exited(exit: ProcessExit): void {
    const { log, onLost, onChanged } = this.#context;
    this.#incarnation = undefined;
    this.#tally.lastExit = exit.reason;
    if (exit.pid !== undefined) log.exited(this.spec.processType, exit.reason);
    const job = this.#desk.clear();
    if (this.#isStopping) this.#become('stopped');
    else this.#restartLater(exit.reason);
    if (job) onLost(job, this, exit);
    onChanged();
    this.#onStopped();
  }

  #restartLater(reason: ExitReason): void {
    this.#tally.failures += 1;
    const delay = this.#plan.startLater(() => this.#launch(reason));
    this.#become(delay === undefined ? 'failed' : 'unhealthy');
  }

  #become(state: AgentState): void {
    const from = this.#state;
    this.#state = state;
    if (from !== state) this.#context.log.moved(this.spec.processType, from, state);
  }
}
