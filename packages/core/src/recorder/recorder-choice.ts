import { createRecorder } from './attributed-recorder.ts';
import { type Conversation, cellsOf, observeTurns } from './conversation.ts';
import { type Observer, ObservingRecorder } from './observing-recorder.ts';
import type { Recorder } from './recorder.ts';
import type { SharedRecording } from './recording.ts';

/**
 * Which recorder stands behind the door: the plain one, unless somebody wants to know what histograms
 * take. So what nobody wants costs a recording nothing. MUTABLE.
 */
export class RecorderChoice {
  readonly #shared: SharedRecording;
  readonly #plain: Recorder;
  readonly #always: readonly Observer[];
  readonly #listener: Observer;
  /** Made when it is first needed, then kept: it may be in the middle of an event when the last observer leaves. */
  #observing: ObservingRecorder | undefined;
  #isObserved = false;

  /** `observers` hear always, `listener` only while `listen` says so. */
  constructor(shared: SharedRecording, observers: readonly Observer[], listener: Observer) {
    this.#shared = shared;
    this.#plain = createRecorder(shared);
    this.#always = observers;
    this.#listener = listener;
    this.#observe(observers);
  }

  get recorder(): Recorder {
    return this.#observed?.recorder ?? this.#plain;
  }

  /** Whether `listener` hears of events from the next one on. */
  listen(isHeard: boolean): void {
    this.#observe(isHeard ? [...this.#always, this.#listener] : this.#always);
  }

  /** Runs what may record in the middle of an event: a listener another one, a second store the same. */
  interrupt(run: () => void): void {
    if (this.#observing) this.#observing.interrupt(run);
    else run();
  }

  /** Counts the turns of a conversation that is over. */
  conversationEnded(conversation: Conversation, id: string): void {
    const observed = this.#observed;
    if (observed) observed.conversationEnded(conversation, id);
    else observeTurns(cellsOf(conversation), conversation);
  }

  get #observed(): ObservingRecorder | undefined {
    return this.#isObserved ? this.#observing : undefined;
  }

  #observe(observers: readonly Observer[]): void {
    this.#isObserved = observers.length > 0;
    if (this.#isObserved) this.#observing ??= new ObservingRecorder(this.#shared);
    if (this.#observing) this.#observing.observers = observers;
  }
}
