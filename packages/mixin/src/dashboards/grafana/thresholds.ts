import {
  type DynamicConfigValue,
  type Threshold,
  ThresholdsConfigBuilder,
  ThresholdsMode,
} from '@grafana/grafana-foundation-sdk/dashboard';
import type { PanelLimits } from '../plan/panel-limits.ts';
import { limitColors } from './limit-colors.ts';

type SomeLimits = PanelLimits['common'];

/** One colour, whatever the value. */
export function noThresholds(): ThresholdsConfigBuilder {
  return config([{ value: null, color: 'text' }]);
}

/** Colours by the limits that hold for most. */
export function commonThresholds({ worse, common }: PanelLimits): ThresholdsConfigBuilder {
  return config(steps(worse, common));
}

/** The property of a field with these limits. */
export function thresholdProperty({ worse, common }: PanelLimits): DynamicConfigValue {
  return {
    id: 'thresholds',
    value: { mode: ThresholdsMode.Absolute, steps: steps(worse, common) },
  };
}

/** Series of process types that have numbers of their own, with those. */
export function ownThresholds({ worse, byProcessType }: PanelLimits): readonly {
  readonly series: string;
  readonly property: DynamicConfigValue;
}[] {
  return Object.entries(byProcessType).map(([series, common]) => ({
    series,
    property: thresholdProperty({ worse, common, byProcessType: {} }),
  }));
}

/** Grafana gives a value the colour of the last step that it reaches, so what is worse below goes from red up. */
function steps(worse: PanelLimits['worse'], { warning, critical }: SomeLimits): Threshold[] {
  const limits = [
    { value: warning, color: limitColors.warning },
    { value: critical, color: limitColors.critical },
  ].flatMap(({ value, color }) => (value === undefined ? [] : [{ value, color }]));
  if (worse === 'above') return [{ value: null, color: 'green' }, ...limits];
  const [first, ...others] = [...limits].reverse();
  if (first === undefined) return [{ value: null, color: 'green' }];
  const values = [first, ...others].map(({ value }) => value);
  const colors = [...others.map(({ color }) => color), 'green'];
  return [
    { value: null, color: first.color },
    ...values.map((value, at) => ({ value, color: colors[at] ?? 'green' })),
  ];
}

function config(all: Threshold[]): ThresholdsConfigBuilder {
  return new ThresholdsConfigBuilder().mode(ThresholdsMode.Absolute).steps(all);
}
