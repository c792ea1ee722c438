import type { CumulativeCosts, ModelCost } from '../parse/stream-message.ts';
import type { StreamTranslation, WorkLabels } from './stream-translation.ts';

/** Models of one stream, with much room. */
const mostModels = 64;

/**
 * What a stream costs. MUTABLE: the latest totals, since a result states what the whole query has cost so
 * far, or the whole conversation where it was resumed. A total that is smaller than the one before began
 * anew; 0 says nothing, for results that were made up after a crash carry it.
 */
export class StreamCosts {
  readonly #translation: StreamTranslation;
  #resumed: boolean;
  #total = 0;
  readonly #byModel = new Map<string, number>();
  /** Whose work the latest response of each model was. */
  readonly #workers = new Map<string, WorkLabels>();

  constructor(translation: StreamTranslation, resumed: boolean) {
    this.#translation = translation;
    this.#resumed = resumed;
  }

  /** The conversation is one of an earlier process: its first total holds what others have counted. */
  resume(): void {
    this.#resumed ||= this.#total === 0;
  }

  /** The agent began to count anew. */
  reset(): void {
    this.#resumed = false;
    this.#total = 0;
    this.#byModel.clear();
  }

  respond(labels: WorkLabels): void {
    const { model } = labels;
    if (model === undefined) return;
    if (this.#workers.has(model) || this.#workers.size < mostModels) {
      this.#workers.set(model, labels);
    }
  }

  /** Counts what the totals of a result have more than those before. */
  take({ total, byModel }: CumulativeCosts, at: number): void {
    const known = byModel.filter(({ usd }) => usd > 0);
    const isBase = this.#resumed && ((total ?? 0) > 0 || known.length > 0);
    const added = this.#addTotal(total ?? 0);
    const costs = known.length > 0 ? this.#addAll(known, total ?? 0) : this.#ofOne(added);
    if (isBase) this.#resumed = false;
    else for (const cost of costs) this.#record(cost, at);
  }

  #addTotal(total: number): number {
    const added = growth(this.#total, total);
    if (total === 0) return added;
    if (total < this.#total) this.#byModel.clear();
    this.#total = total;
    return added;
  }

  /** What was taken for the costs of one model, see `#ofOne`, was counted for those whose it turns out to be. */
  #addAll(known: readonly ModelCost[], total: number): readonly ModelCost[] {
    let counted = total > 0 ? this.#takeBack(known) : 0;
    return known
      .flatMap((cost) => this.#addOf(cost))
      .flatMap(({ model, usd }) => {
        const rest = Math.max(0, usd - counted);
        counted -= usd - rest;
        return rest > 0 ? [{ model, usd: rest }] : [];
      });
  }

  /** What models have less than was known of them while the total went on. */
  #takeBack(known: readonly ModelCost[]): number {
    let excess = 0;
    for (const { model, usd } of known) {
      const before = this.#byModel.get(model) ?? 0;
      if (usd >= before) continue;
      excess += before - usd;
      this.#byModel.set(model, usd);
    }
    return excess;
  }

  #addOf({ model, usd }: ModelCost): readonly ModelCost[] {
    if (!this.#byModel.has(model) && this.#byModel.size >= mostModels) return [];
    const added = growth(this.#byModel.get(model) ?? 0, usd);
    this.#byModel.set(model, usd);
    return added > 0 ? [{ model, usd: added }] : [];
  }

  /** Results that do not tell the costs by model: they are the latest one's, of which a later result may tell. */
  #ofOne(usd: number): readonly { readonly model: string | undefined; readonly usd: number }[] {
    const { model } = this.#translation.before;
    if (usd === 0) return [];
    if (model === undefined) return [{ model, usd }];
    return this.#addOf({ model, usd: (this.#byModel.get(model) ?? 0) + usd });
  }

  #record(
    { model, usd }: { readonly model: string | undefined; readonly usd: number },
    at: number,
  ): void {
    const { before, conversationId, record } = this.#translation;
    const { processType } = this.#workers.get(model ?? '') ?? before;
    const labels = { conversationId, processType, model };
    record({ type: 'response-update', at, ...labels, outcome: 'success', costUsd: usd });
  }
}

function growth(before: number, now: number): number {
  return now >= before ? now - before : now;
}
