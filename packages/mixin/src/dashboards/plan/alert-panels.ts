import { metric } from '../../metric.ts';
import type { MixinOptions } from '../../mixin-options.ts';
import { fixedLimits } from './panel-limits.ts';
import type { PanelPlan, StateWord } from './panel-plan.ts';
import { PanelQueries } from './panel-queries.ts';

const queries = new PanelQueries(['process_type']);
const state = metric('alert_state');

/** How bad the state of an alert is, as a number. */
const alertWords: readonly StateWord[] = [
  { value: 1, word: 'pending', color: 'yellow' },
  { value: 2, word: 'warning', color: 'orange' },
  { value: 3, word: 'critical', color: 'red' },
];

interface Place {
  readonly id: number;
  readonly width: number;
  readonly height?: number;
}

/** How many alerts fire with this severity; it is 0 that is green. */
export function firing(severity: 'warning' | 'critical', place: Place): PanelPlan {
  const limits = fixedLimits('above', { [severity]: 0.5 });
  return {
    ...place,
    title: severity === 'critical' ? 'Critical alerts' : 'Warnings',
    description: `Alerts that fire now with the severity ${severity}, as the exporters themselves judge.`,
    unit: 'short',
    kind: 'number',
    limits,
    queries: [{ expression: counted({ severity, state: 'firing' }), legend: severity }],
  };
}

/** How many wait to fire. */
export function pending(place: Place): PanelPlan {
  return {
    ...place,
    title: 'Pending alerts',
    description:
      'Alerts whose signal is beyond its limit, but not yet for long enough to fire. Look at what comes.',
    unit: 'short',
    kind: 'number',
    queries: [{ expression: counted({ state: 'pending' }), legend: 'pending' }],
  };
}

/** When which alert was in which state. */
export function alertHistory(place: Place): PanelPlan {
  return {
    ...place,
    title: 'Alerts over time',
    description:
      'When each alert was pending or fired, by process type. An empty panel is a quiet time. Turnscope judges every 15 seconds; several exporters show the worst of them.',
    unit: 'short',
    kind: 'states',
    states: alertWords,
    noValue: 'No alert in the time shown',
    queries: [
      { expression: worstState(['alert', 'process_type']), legend: '{{alert}} {{process_type}}' },
    ],
  };
}

/** How bad it is on each exporter. */
export function alertHistoryByInstance(place: Place): PanelPlan {
  return {
    ...place,
    title: 'Worst alert of each exporter',
    description:
      'When each exporter had an alert that was pending or fired, and how bad the worst was.',
    unit: 'short',
    kind: 'states',
    states: alertWords,
    noValue: 'No alert in the time shown',
    queries: [{ expression: worstState(['instance']), legend: '{{instance}}' }],
  };
}

/** What is wrong now, and where; each alert leads to its runbook. */
export function activeAlerts(place: Place, { runbooks }: MixinOptions): PanelPlan {
  return {
    ...place,
    title: 'Active alerts',
    description:
      'What is pending or fires now, and where. The name of an alert leads to its runbook.',
    unit: 'short',
    kind: 'table',
    states: alertWords,
    noValue: 'No alert is active',
    rowLabels: [
      { name: 'alert', heading: 'Alert', url: `${runbooks}\${__value.raw}.md` },
      { name: 'process_type', heading: 'Process type' },
      { name: 'instance', heading: 'Instance' },
    ],
    sortedBy: 'State',
    queries: [{ expression: worstState(['alert', 'process_type', 'instance']), legend: 'State' }],
  };
}

function counted(where: Readonly<Record<string, string>>): string {
  return queries.gauge('sum', state, { where });
}

/** 1 for pending, 2 for a warning, 3 for critical; nothing where all is well. */
function worstState(by: readonly string[]): string {
  const parts = [
    queries.selected(state, { where: { state: 'pending' } }),
    `2 * ${queries.selected(state, { where: { state: 'firing', severity: 'warning' } })}`,
    `3 * ${queries.selected(state, { where: { state: 'firing', severity: 'critical' } })}`,
  ];
  return `max by (${by.join(', ')}) (${parts.join(' or ')}) > 0`;
}
