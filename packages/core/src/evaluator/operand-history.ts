import type { Store } from '../store/store.ts';
import { Groups } from '../window/groups.ts';
import type { OperandLayout } from '../window/operand-layout.ts';
import { OperandReader } from '../window/operand-reader.ts';
import { Ring, type RingOptions } from '../window/ring.ts';

/**
 * The operands of the past: copied out of the store at each evaluation. What came too late for its
 * time is in the store, but not in here. MUTABLE and bounded, see `Ring`.
 */
export class OperandHistory {
  readonly layout: OperandLayout;
  readonly groups = new Groups();
  readonly ring: Ring;
  readonly #reader: OperandReader;
  readonly #lateStore: () => Store | undefined;
  #lateReader: OperandReader | undefined;

  /** `lateStore`: holds a second time what came late, once something did. */
  constructor(
    store: Store,
    lateStore: () => Store | undefined,
    layout: OperandLayout,
    options: RingOptions,
  ) {
    this.layout = layout;
    this.ring = new Ring(options);
    this.#reader = new OperandReader(store, layout, this.groups);
    this.#lateStore = lateStore;
  }

  /** Copies the operands of now, in epoch milliseconds. */
  take(now: number): void {
    const numbers = this.#reader.read(now);
    this.#leaveOutLate(now, numbers);
    this.ring.push({ at: now, numbers });
  }

  #leaveOutLate(now: number, numbers: Float64Array): void {
    const store = this.#lateStore();
    if (store === undefined) return;
    this.#lateReader ??= new OperandReader(store, this.layout, this.groups);
    const late = this.#lateReader.read(now);
    const before = this.ring.last?.numbers ?? new Float64Array();
    for (const { operand, offset, size } of this.layout.places) {
      if (operand.metric.kind === 'gauge') continue;
      for (let start = offset; start < numbers.length; start += this.layout.size) {
        subtract(
          numbers.subarray(start, start + size),
          late.subarray(start),
          before.subarray(start),
        );
      }
    }
  }
}

/**
 * Counters never fall: while a series is held at 0 more has come late than it shows, and that must not
 * look like growth when the hold ends.
 */
function subtract(numbers: Float64Array, late: Float64Array, before: Float64Array): void {
  for (const [at, number] of numbers.entries()) {
    numbers[at] = Math.max(number - (late[at] ?? 0), before[at] ?? 0);
  }
}
