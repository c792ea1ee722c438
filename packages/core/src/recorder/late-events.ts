import type { EventInput, EventType } from '../events/event.ts';
import type { Store } from '../store/store.ts';
import { addState, type StoreState } from '../store/store-state.ts';
import type { Recorder } from './recorder.ts';

/** The times that an event brings. */
interface Times {
  readonly at?: number | undefined;
  readonly knownAt?: number | undefined;
}

/** What takes late events a second time: a store, and the recorder that fills it. */
export interface LateStore {
  readonly store: Store;
  readonly recorder: Recorder;
}

/**
 * Events that came too late for their time, as when a source catches up: they count, but no window may
 * show them as if they had happened now. They are recorded a second time into a store of their own,
 * which the evaluator subtracts. Before the first evaluation there is no window yet, so it is enough to
 * know that some came. MUTABLE; the store is made when it is needed.
 */
export class LateEvents {
  readonly #make: () => LateStore;
  readonly #apart: (record: () => void) => void;
  // In here and not in a field, so that no number is copied to the heap.
  readonly #before = new Float64Array([Number.NEGATIVE_INFINITY]);
  #made: LateStore | undefined;
  #evaluated = false;
  #hasHistory = false;

  /** `apart`: runs what records in the middle of an event. */
  constructor(make: () => LateStore, apart: (record: () => void) => void) {
    this.#make = make;
    this.#apart = apart;
  }

  /** Undefined until something came late since the first evaluation. */
  get store(): Store | undefined {
    return this.#made?.store;
  }

  /** Whether something came late before the first evaluation: then windows cannot begin before it. */
  get hasHistory(): boolean {
    return this.#hasHistory;
  }

  /** From now on an event that could be known before this time, in epoch milliseconds, is late. */
  takeAsLateBefore(time: number): void {
    this.#before[0] = time;
  }

  /** An evaluation took everything that is there as it is. */
  evaluated(): void {
    this.#evaluated = true;
  }

  /** An event without a time happens now. */
  isLate(event: Times): boolean {
    const at = event.knownAt ?? event.at;
    return at !== undefined && at < (this.#before[0] as number);
  }

  /** Takes an event that is late, and was recorded as every other. */
  take<Type extends EventType>(type: Type, event: EventInput<Type>): void {
    if (this.#evaluated) this.#apart(() => this.#ready().recorder[type](event));
    else this.#hasHistory = true;
  }

  /** Takes counters that were written before, which are no news either. */
  takeState(state: StoreState): void {
    if (this.#evaluated) addState(this.#ready().store, state);
    else this.#hasHistory = true;
  }

  #ready(): LateStore {
    this.#made ??= this.#make();
    return this.#made;
  }
}
