import type { ThresholdOverrides } from '@turnscope/core';
import type { MixinOptions } from '../../src/index.ts';
import { thresholdsWith } from './thresholds.ts';

/** Options of a test, with some of its own. */
export function mixinOptions(own: Partial<MixinOptions> = {}): MixinOptions {
  return {
    thresholds: thresholdsWith(),
    prometheus: '2.42',
    job: 'turnscope',
    runbooks: 'https://books.example/',
    grafana: 'https://grafana.example',
    ...own,
  };
}

/** Options of a test whose thresholds differ from the profile. */
export function optionsWith(
  overrides: ThresholdOverrides = {},
  own: Partial<MixinOptions> = {},
): MixinOptions {
  return mixinOptions({ thresholds: thresholdsWith(overrides), ...own });
}
