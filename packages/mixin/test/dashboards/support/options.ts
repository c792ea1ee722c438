import { resolveThresholds, type ThresholdOverrides } from '@turnscope/core';
import type { MixinOptions } from '../../../src/mixin-options.ts';

/** Options with the thresholds of the command, and overrides. */
export function optionsWith(overrides: ThresholdOverrides = {}): MixinOptions {
  return {
    thresholds: resolveThresholds('coding-agent', overrides),
    prometheus: '2.42',
    job: 'turnscope',
    runbooks: 'https://example.org/runbooks/',
    grafana: 'https://grafana.example.org',
  };
}
