import { type ProfileName, profiles } from './profiles.ts';
import {
  type Limits,
  lowerIsWorse,
  ratioThresholds,
  type ThresholdName,
  type ThresholdSet,
  thresholdNames,
} from './thresholds.ts';

/** Numbers that differ from the profile, by process type. */
export type ThresholdOverrides = Readonly<
  Record<string, Readonly<Partial<Record<ThresholdName, Limits>>>>
>;

/** The thresholds in force. */
export interface Thresholds {
  readonly profile: ProfileName;
  /** Process types that have numbers of their own: `strategic`, `tactical` and the overridden ones. */
  readonly processTypes: readonly string[];
  /** The thresholds of a process type; one without numbers of its own takes the strategic ones. */
  for(processType: string): ThresholdSet;
}

/**
 * Puts overrides over a profile. An overridden process type takes what it does not say from the
 * profile. Throws a RangeError that names the wrong value when a limit is no finite number of at
 * least 0, a ratio is above 1, or a warning limit lies beyond its critical one.
 */
export function resolveThresholds(
  profile: ProfileName,
  overrides: ThresholdOverrides = {},
): Thresholds {
  if (!Object.hasOwn(profiles, profile)) {
    const known = Object.keys(profiles).join(', ');
    throw new RangeError(`thresholds.profile must be one of ${known}, got ${String(profile)}`);
  }
  const base = new Map<string, ThresholdSet>(Object.entries(profiles[profile]));
  const strategic = profiles[profile].strategic;
  const sets = new Map(base);
  for (const [processType, changes] of Object.entries(overrides)) {
    for (const [name, limits] of Object.entries(changes)) {
      checkLimits(`thresholds.overrides.${processType}.${name}`, name as ThresholdName, limits);
    }
    sets.set(processType, { ...(base.get(processType) ?? strategic), ...changes });
  }
  const fallback = sets.get('strategic') ?? strategic;
  return {
    profile,
    processTypes: [...sets.keys()],
    for: (processType) => sets.get(processType) ?? fallback,
  };
}

function checkLimits(path: string, name: ThresholdName, limits: Limits): void {
  if (!thresholdNames.includes(name)) {
    throw new RangeError(`${path} is no threshold; known are ${thresholdNames.join(', ')}`);
  }
  const { warning, critical } = limits ?? {};
  checkLimit(`${path}.warning`, name, warning);
  checkLimit(`${path}.critical`, name, critical);
  const inOrder = lowerIsWorse.has(name) ? warning >= critical : warning <= critical;
  if (inOrder) return;
  throw new RangeError(`${path}.warning ${warning} lies beyond ${path}.critical ${critical}`);
}

function checkLimit(path: string, name: ThresholdName, value: number): void {
  if (!Number.isFinite(value) || value < 0) {
    throw new RangeError(`${path} must be a finite number of at least 0, got ${value}`);
  }
  if (ratioThresholds.has(name) && value > 1) {
    throw new RangeError(`${path} is a ratio and must be at most 1, got ${value}`);
  }
}
