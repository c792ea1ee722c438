import type { LabelRules } from '@turnscope/claude-code';
import {
  type MonitorOptions,
  PerformanceMonitor,
  profiles,
  type ThresholdOverrides,
  type UserLabels,
} from '@turnscope/core';
import { monotonicClock } from '@turnscope/node';
import { CommandError, misused } from '../command-error.ts';
import type { Settings } from '../settings/settings.ts';
import { demoPrefix, type Stage } from './stage.ts';

/** The monitor behind the metrics, or the replay of `options`. Throws a CommandError when core finds that a number of the configuration makes no sense. */
export function createMonitor(
  settings: Settings,
  stage: Pick<Stage, 'processTypes' | 'demo'> & Partial<Pick<Stage, 'reading'>>,
  options: Pick<MonitorOptions, 'clock' | 'evaluation'> = {},
): PerformanceMonitor {
  const { limits, thresholds, exposition } = settings;
  try {
    return new PerformanceMonitor({
      sources: ['server'],
      processTypes: stage.processTypes,
      labels: valuesOf(stage.reading?.labelRules ?? {}),
      thresholds: {
        profile: thresholds.profile,
        overrides: stage.demo ? withDemo(thresholds) : thresholds.overrides,
      },
      labelLimits: withoutUndefined({
        process_type: limits.processTypes,
        model: limits.models,
        tool: limits.tools,
      }),
      rowLimit: limits.rows,
      conversationLimit: limits.conversations,
      exemplars: exposition.exemplars,
      nativeHistograms: exposition.nativeHistograms,
      evaluation: { ...settings.evaluation, stopwatch: monotonicClock },
      ...options,
    });
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    const message = `${settings.configFile ?? 'configuration'}: ${inTheFile(cause.message)}`;
    throw new CommandError(misused, message, { cause });
  }
}

/** What core calls a number, by the key that it has in turnscope.yaml. */
function inTheFile(message: string): string {
  return message.replace(/^nativeHistograms\./, 'exposition.nativeHistograms.');
}

/** The values that rules name are those that a label may take. */
function valuesOf(rules: LabelRules): UserLabels {
  const entries = Object.entries(rules).map(([name, list]) => [
    name,
    list.map(({ value }) => value),
  ]);
  return Object.fromEntries(entries);
}

/** Without numbers of its own every process type of the demo would take the strategic ones. */
function withDemo({ profile, overrides }: Settings['thresholds']): ThresholdOverrides {
  const roles = Object.entries(profiles[profile ?? 'chat']);
  const played = roles.map(([role, numbers]) => [
    demoPrefix + role,
    { ...numbers, ...overrides?.[role] },
  ]);
  return { ...overrides, ...Object.fromEntries(played) };
}

function withoutUndefined<Key extends string>(
  values: Readonly<Record<Key, number | undefined>>,
): Partial<Record<Key, number>> {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Partial<Record<Key, number>>;
}
