import { resolveThresholds } from '@turnscope/core';
import type { MixinOptions } from '@turnscope/mixin';
import type { Environment } from '../command-context.ts';
import { CommandError, misused } from '../command-error.ts';
import { readConfigWithoutSecrets } from '../settings/config-file.ts';
import { asMixinSettings } from '../settings/mixin.ts';
import { findConfig, thresholdsOf } from '../settings/settings.ts';
import type { GenerateFlags } from './generate-flags.ts';

/** What files are generated for, and where that stands, for what is said about it. */
export interface ResolvedMixin {
  readonly options: MixinOptions;
  readonly place: string;
}

/**
 * Flags before the configuration file before defaults; thresholds are those that `serve` reads. Throws a CommandError
 * that says what is wrong and where.
 */
export async function resolveMixin(
  flags: GenerateFlags,
  environment: Environment,
): Promise<ResolvedMixin> {
  const file = findConfig(flags.config === undefined ? {} : { config: flags.config }, environment);
  const config = file === undefined ? {} : await readConfigWithoutSecrets(file);
  const place = file ?? 'configuration';
  const { profile, overrides } = thresholdsOf(config);
  try {
    const thresholds = resolveThresholds(profile, overrides);
    const prometheus = flags.prometheus ?? '2.42';
    return { place, options: { ...asMixinSettings(config), thresholds, prometheus } };
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw new CommandError(misused, `${place}: ${cause.message}`, { cause });
  }
}
