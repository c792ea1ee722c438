import type { Variant } from '../harness/interleave.ts';
import type { Exchange } from './workload.ts';

/** Records the same exchanges over and over. Their number must be a power of two. */
export function variantOf(
  name: string,
  work: readonly Exchange[],
  record: (exchange: Exchange) => void,
): Variant {
  const mask = work.length - 1;
  return {
    name,
    run(amount) {
      for (let index = 0; index < amount; index += 1) record(work[index & mask] as Exchange);
    },
  };
}
