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
  readonly #plain: Recorder;
  readonly #always: ObservingRecorder | undefined;
  readonly #heard: () => ObservingRecorder;
  #observing: ObservingRecorder | undefined;

  /** `observers` hear always, `listener` only while `listen` says so. */
  constructor(shared: SharedRecording, observers: readonly Observer[], listener: Observer) {
    this.#plain = createRecorder(shared);
    if (observers.length > 0) this.#always = new ObservingRecorder(shared, observers);
    this.#heard = () => new ObservingRecorder(shared, [...observers, listener]);
    this.#observing = this.#always;
  }

  get recorder(): Recorder {
    return this.#observing?.recorder ?? this.#plain;
  }

  listen(isHeard: boolean): void {
    this.#observing = isHeard ? this.#heard() : this.#always;
  }

  /** Runs what may record in the middle of an event: a listener another one, a second store the same. */
  interrupt(run: () => void): void {
    if (this.#observing) this.#observing.interrupt(run);
    else run();
  }

  /** Counts the turns of a conversation that is over. */
  conversationEnded(conversation: Conversation, id: string): void {
    if (this.#observing) this.#observing.conversationEnded(conversation, id);
    else observeTurns(cellsOf(conversation), conversation);
  }
}
