import type { PlacedLine } from './line-placer.ts';
import type { OwnChain } from './own-chain.ts';
import type { ResponseLabels } from './response-labels.ts';
import type { Translation } from './translation.ts';

/** Says whose work a line of one file is. */
export class WorkLabels {
  readonly #translation: Translation;
  readonly #own: OwnChain;

  constructor(translation: Translation, own: OwnChain) {
    this.#translation = translation;
    this.#own = own;
  }

  /** What failed has the labels of the response before it in its chain. */
  before(placed: PlacedLine): ResponseLabels {
    if (placed.own && this.#own.before !== undefined) return this.#own.before;
    const isMain = placed.role === 'main';
    const { unknownType } = this.#translation;
    const processType = isMain ? unknownType : this.processType(placed, undefined);
    return { processType, model: undefined };
  }

  processType({ role, envelope }: PlacedLine, model: string | undefined): string {
    const { entrypoint, folder } = envelope;
    return this.#translation.processTypeOf({ role, model, entrypoint, folder });
  }
}
