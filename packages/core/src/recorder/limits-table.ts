import type { Thresholds } from '../catalogue/resolve-thresholds.ts';
import type { ThresholdSet } from '../catalogue/thresholds.ts';
import type { LabelTable } from '../store/label-table.ts';

/** The thresholds by id of a process type: no look-up by name when something is recorded. */
export class LimitsTable {
  readonly #processTypes: LabelTable;
  readonly #thresholds: Thresholds;
  readonly #byId: ThresholdSet[] = [];

  constructor(processTypes: LabelTable, thresholds: Thresholds) {
    this.#processTypes = processTypes;
    this.#thresholds = thresholds;
  }

  of(processType: number): ThresholdSet {
    return this.#byId[processType] ?? this.#resolve(processType);
  }

  #resolve(processType: number): ThresholdSet {
    // Ids come one after the other, so filling up to the asked one keeps the array dense.
    for (let id = this.#byId.length; id <= processType; id += 1) {
      this.#byId.push(this.#thresholds.for(this.#processTypes.values[id] ?? ''));
    }
    return this.#thresholds.for(this.#processTypes.values[processType] ?? '');
  }
}
