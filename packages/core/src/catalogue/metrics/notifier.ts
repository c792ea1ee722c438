import { counter, gauge } from '../metric.ts';

/** The notifiers about themselves. */

/** In the order of their cells. */
export const notificationOutcomes = ['sent', 'failed', 'dropped'] as const;
export type NotificationOutcome = (typeof notificationOutcomes)[number];

export const notificationsTotal = counter({
  name: 'turnscope_notifications_total',
  help: 'Notifications by kind of receiver: `sent`, accepted; `failed`, not accepted, at each attempt; `dropped`, given up for good.',
  rows: 'notification',
  labels: ['notifier', 'outcome'],
  cellLabel: { name: 'outcome', values: notificationOutcomes },
  sources: ['notifier'],
});

export const notificationsQueued = gauge({
  name: 'turnscope_notifications_queued',
  help: 'Notifications that wait to be accepted by a receiver of their kind.',
  rows: 'notification_queue',
  labels: ['notifier'],
  sources: ['notifier'],
});
