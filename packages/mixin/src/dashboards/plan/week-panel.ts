import type { DashboardName } from '../dashboard-names.ts';
import type { GrafanaUnit, PanelPlan } from './panel-plan.ts';

/** A figure that is asked of any week. */
export interface WeekFigure {
  readonly id: number;
  readonly title: string;
  readonly description: string;
  readonly unit: GrafanaUnit;
  readonly decimals?: number;
  readonly more: DashboardName;
  ask(weeksAgo: 0 | 1): string;
}

/** The last seven days beside the seven before, whatever time the dashboard shows. */
export function weekPanel({ ask, title, description, ...words }: WeekFigure): PanelPlan {
  return {
    ...words,
    title: `${title} by week`,
    description: `${description} The last seven days and the seven before, whatever time is shown.`,
    kind: 'number',
    width: 4,
    queries: [
      { expression: ask(0), legend: 'this week' },
      { expression: ask(1), legend: 'last week' },
    ],
  };
}
