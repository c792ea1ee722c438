import type { Draw } from '../../bench/harness/pseudo-random.ts';

/** A kind of message, how often it is sent, and how the sender treats it. */
interface Kind {
  readonly weight: number;
  readonly steps: string;
  readonly timeoutMs?: number;
  /** The sender gives it up after so long. */
  readonly abortMs?: number;
}

const kinds: readonly Kind[] = [
  { weight: 600, steps: '' },
  { weight: 120, steps: 'tool Bash; tool-fails Read' },
  { weight: 60, steps: 'sleep 30' },
  { weight: 40, steps: 'respond; compact; respond' },
  { weight: 25, steps: 'retry 529; retry 500' },
  { weight: 15, steps: 'fail 529' },
  { weight: 15, steps: 'fail 500' },
  { weight: 15, steps: 'fail 404' },
  { weight: 20, steps: 'garbage 3' },
  { weight: 4, steps: 'huge-line 5' },
  { weight: 20, steps: 'sleep 100', abortMs: 40 },
  { weight: 6, steps: 'once crash 3' },
  { weight: 4, steps: 'respond; break-off; crash 4' },
  { weight: 6, steps: 'tool Bash; once break-off; once crash 4' },
  { weight: 6, steps: 'after crash 5' },
  { weight: 3, steps: 'once half-line; once crash 6' },
  { weight: 3, steps: 'once die' },
  { weight: 3, steps: 'once exit' },
  { weight: 3, steps: 'orphan; once crash 7' },
  { weight: 2, steps: 'garbage 25; hang', timeoutMs: 20_000 },
  { weight: 2, steps: 'after grow 300; hang' },
  { weight: 2, steps: 'hang', timeoutMs: 200 },
  { weight: 1, steps: 'ignore-term; hang', timeoutMs: 200 },
];

const totalWeight = kinds.reduce((sum, { weight }) => sum + weight, 0);

/** One of the kinds, by their weights. */
export function drawKind(draw: Draw): Kind {
  let left = draw() * totalWeight;
  for (const kind of kinds) {
    left -= kind.weight;
    if (left < 0) return kind;
  }
  return { weight: 0, steps: '' };
}
