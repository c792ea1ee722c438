import type { PerformanceMonitor } from '@turnscope/core';
import {
  createAlertmanagerNotifier,
  createWebhookNotifier,
  type EvaluationTimer,
  type Notifier,
  startEvaluation,
} from '@turnscope/node';
import type { Settings } from '../settings/settings.ts';
import type { Problems } from './problems.ts';
import type { Stage } from './stage.ts';

/** The evaluation of alerts, and those who are told of them. */
export interface Alerting {
  /** Begins to evaluate. Before history is read it would take the past for news. */
  start(): void;
  /** Stops. What is being delivered may end, for a second at most. */
  close(): Promise<void>;
}

export interface AlertingOptions {
  readonly settings: Pick<Settings, 'notify'>;
  readonly stage: Pick<Stage, 'demo'>;
  readonly monitor: PerformanceMonitor;
  readonly problems: Problems;
}

const demoIsSilent = 'the demo notifies nobody: its agents are imaginary';

/** Creates what has not begun. A demo tells nobody: its agents are invented, and somebody would get up for them. */
export function createAlerting({ settings, stage, monitor, problems }: AlertingOptions): Alerting {
  const isDemo = stage.demo !== undefined;
  const notifiers = isDemo ? [] : createNotifiers(settings, monitor, problems);
  const { alertmanagers, webhooks } = settings.notify;
  if (isDemo && alertmanagers.length + webhooks.length > 0) problems.tell(demoIsSilent);
  let evaluation: EvaluationTimer | undefined;
  return {
    start() {
      const onError = (error: unknown) => problems.tellOnce('an evaluation failed', error);
      evaluation = startEvaluation(monitor, { onError });
    },
    async close() {
      evaluation?.stop();
      await Promise.all(notifiers.map((each) => each.close()));
    },
  };
}

function createNotifiers(
  { notify }: Pick<Settings, 'notify'>,
  monitor: PerformanceMonitor,
  problems: Problems,
): readonly Notifier[] {
  const { instance, labels, runbooks, alertmanagers, webhooks } = notify;
  const onProblem = (problem: Error) => problems.tellOnce('notifying failed', problem);
  const common = { monitor, instance, labels, runbooks, onProblem };
  return [
    ...alertmanagers.map((each) => createAlertmanagerNotifier({ ...common, ...each })),
    ...webhooks.map((each) => createWebhookNotifier({ ...common, ...each })),
  ];
}
