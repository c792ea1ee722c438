import type { Comparison } from '../catalogue/alert.ts';

/** Whether a value is on the bad side of its limit, the limit itself included where the comparison says so. */
export function isBeyond(value: number, limit: number, comparison: Comparison): boolean {
  switch (comparison) {
    case 'at or below':
      return value <= limit;
    case 'at or above':
      return value >= limit;
    case 'above':
      return value > limit;
  }
}
