/** A promise of DESIGN.md section 9 with what was measured for it. */
export interface Goal {
  readonly what: string;
  readonly unit: 'ratio' | 'ms' | 'µs' | 'bytes' | 'MB';
  readonly goal: number;
  readonly measured: number;
}

/** Machines are noisy: a run fails only beyond twice a goal. Nothing may be allocated, though. */
const slack = 2;

export function isMet({ goal, measured }: Goal): boolean {
  return measured <= goal;
}

export function isFailed({ goal, measured }: Goal): boolean {
  return !(measured <= goal * slack);
}
