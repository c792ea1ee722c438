import type { StreamObserver } from '../stream/observe/stream-observer.ts';
import { type DecodingProblem, MessageDecoder } from '../stream/read/message-decoder.ts';
import { AgentChild, type Launch } from '../supervise/agent-child.ts';
import type { EndReason, ProcessExit } from '../supervise/process-exit.ts';
import type { GroupLeader } from '../supervise/process-group.ts';
import type { Timers } from '../supervise/timers.ts';
import {
  type AgentSignal,
  conversationOf,
  readSignal,
  refusalOf,
  toAgent,
} from './agent-message.ts';
import { readResult, type TurnResult } from './answer.ts';

/** What one run of a process is given. */
export interface IncarnationOptions {
  readonly launch: Launch;
  readonly limits: IncarnationLimits;
  /** Measures this run. */
  readonly observer: StreamObserver;
  readonly timers: Timers;
}

export interface IncarnationLimits {
  readonly startupTimeoutMs: number;
  readonly graceMs: number;
  readonly longestLine: number;
  /** Lines in a row that are no message, after which the process counts as unhealthy. */
  readonly unreadableLines: number;
}

/** What becomes of a running process; each is called at its time, `exit` last. */
export interface IncarnationListener {
  ready(): void;
  result(result: TurnResult): void;
  compacted(): void;
  /** It is being ended, or has ended, and gets no further message. */
  ending(): void;
  exit(exit: ProcessExit): void;
}

const exitSettlesMs = 200;

/** One run of an agent's process: it gets ready, takes messages, ends. MUTABLE. */
export class Incarnation {
  #conversationId: string | undefined;
  #hasBegun = false;
  #isReady = false;
  #isEnding = false;
  #isShuttingDown = false;
  /** Why it would not get ready. */
  #refusal: string | undefined;
  #unreadable = 0;
  readonly #options: IncarnationOptions;
  readonly #listener: IncarnationListener;
  readonly #child: AgentChild;
  readonly #cancelStartup: () => void;

  constructor(options: IncarnationOptions, listener: IncarnationListener) {
    const { launch, limits, timers } = options;
    this.#options = options;
    this.#listener = listener;
    const decoder = new MessageDecoder(
      {
        message: (message) => this.#hear(message),
        problem: (problem) => this.#stumble(problem),
      },
      limits.longestLine,
    );
    this.#child = new AgentChild(launch, timers, {
      output: (chunk) => decoder.push(chunk),
      // A process that dies closes its input too, and then its exit says why.
      inputClosed: () => void timers.after(exitSettlesMs, () => this.end('unhealthy')),
      gone: () => this.#leave(),
      exit: (exit) => {
        decoder.end();
        this.#cancelStartup();
        // A message that was given to it is a turn, even where it did not begin to answer.
        options.observer.end(this.#isShuttingDown ? 'interrupted' : 'error');
        listener.exit({ ...exit, complaint: this.#refusal ?? exit.complaint });
      },
    });
    this.#cancelStartup = timers.after(limits.startupTimeoutMs, () => this.end('hang'));
    this.#child.write(toAgent.initialize);
  }

  /** Undefined when it could not be started, and when it has ended. */
  get leader(): GroupLeader | undefined {
    return this.#child.leader;
  }

  /** Known from the beginning of the first turn on: what refuses to resume a conversation names one that never was. */
  get conversationId(): string | undefined {
    return this.#conversationId;
  }

  ask(text: string, uuid: string): void {
    this.#options.observer.prompt();
    this.#child.write(toAgent.message(text, uuid));
  }

  /** Asks it to end the running turn, whose result still comes. */
  interrupt(): void {
    this.#child.write(toAgent.interrupt);
  }

  end(reason: EndReason, graceMs = this.#options.limits.graceMs): void {
    this.#isShuttingDown ||= reason === 'shutdown';
    if (this.leader === undefined) return;
    this.#child.end(reason, graceMs);
    this.#leave();
  }

  #leave(): void {
    this.#isEnding = true;
    this.#listener.ending();
  }

  #hear(message: unknown): void {
    this.#options.observer.message(message);
    const signal = readSignal(message);
    if (signal === 'unreadable') this.#doubt();
    else this.#unreadable = 0;
    this.#hasBegun ||= signal === 'begun';
    if (this.#hasBegun) this.#conversationId = conversationOf(message) ?? this.#conversationId;
    this.#act(signal, message);
  }

  #act(signal: AgentSignal, message: unknown): void {
    switch (signal) {
      case 'ready':
      case 'begun':
        this.#becomeReady();
        break;
      case 'refused':
        this.#refuse(refusalOf(message));
        break;
      case 'result':
        this.#listener.result(readResult(message));
        break;
      case 'compacted':
        this.#listener.compacted();
        break;
    }
  }

  #refuse(refusal: string | undefined): void {
    if (this.#isReady) return;
    this.#refusal ??= refusal;
    this.end('unhealthy');
  }

  #becomeReady(): void {
    if (this.#isReady || this.#isEnding) return;
    this.#isReady = true;
    this.#cancelStartup();
    this.#listener.ready();
  }

  #stumble(problem: DecodingProblem): void {
    this.#options.observer.problem(problem);
    this.#doubt();
  }

  #doubt(): void {
    const { limits } = this.#options;
    this.#unreadable += 1;
    if (this.#unreadable === limits.unreadableLines) this.end('unhealthy');
  }
}
