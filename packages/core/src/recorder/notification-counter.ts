import { offsetOf } from '../catalogue/layout.ts';
import {
  type NotificationOutcome,
  notificationOutcomes,
  notificationsQueued,
  notificationsTotal,
} from '../catalogue/metrics/notifier.ts';
import { add } from '../store/cells.ts';
import type { Store } from '../store/store.ts';

/** Kinds of receivers. */
export type NotifierName = 'alertmanager' | 'webhook';

/** Where one receiver's notifications are counted; those of several of a kind add up. MUTABLE. */
export interface NotificationCounter {
  /** What became of so many notifications. */
  count(outcome: NotificationOutcome, notifications: number): void;
  /** How many wait for this receiver from now on. */
  queued(notifications: number): void;
}

export function countNotifications(store: Store, notifier: NotifierName): NotificationCounter {
  const totals = store.table('notification').findByValues([notifier]);
  const queue = store.table('notification_queue').findByValues([notifier]);
  let waiting = 0;
  return {
    count: (outcome, notifications) =>
      add(
        totals,
        offsetOf(notificationsTotal) + notificationOutcomes.indexOf(outcome),
        notifications,
      ),
    queued(notifications) {
      add(queue, offsetOf(notificationsQueued), notifications - waiting);
      waiting = notifications;
    },
  };
}
