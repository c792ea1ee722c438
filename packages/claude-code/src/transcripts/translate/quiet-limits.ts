/** For how long nothing must come until what is open ends by itself, in seconds. */
export interface QuietLimits {
  /** Where nothing says that the end is reached. */
  readonly turnSeconds: number;
  /** Where the agent said so: further lines of the same message may still be on their way. */
  readonly saidSeconds: number;
}

const saidSeconds = 2;

/** A turn that said its end never waits longer than one that did not. */
export function quietLimits(turnSeconds: number): QuietLimits {
  return { turnSeconds, saidSeconds: Math.min(saidSeconds, turnSeconds) };
}
