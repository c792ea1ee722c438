import { Delivery, type Parcel } from '../delivery.ts';
import { followAlerts } from '../follow-alerts.ts';
import { type Notifier, type NotifierOptions, resolveNotifierOptions } from '../notifier.ts';
import { webhookMessage } from './webhook-message.ts';
import { WebhookQueue } from './webhook-queue.ts';

export interface WebhookNotifierOptions extends NotifierOptions {
  /** Who sends. */
  readonly instance?: string | undefined;
}

/** With these pauses the attempts take about an hour. */
const backOff = { firstMs: 1_000, mostMs: 300_000 };
const mostAttempts = 20;

/**
 * Posts a JSON message (`WebhookMessage`) to a URL once when an alert fires and once when it has
 * resolved, in that order. It may come twice where an answer was lost: its `id` is also the header
 * `Idempotency-Key`. Throws a RangeError when an option makes no sense.
 *
 * @example
 * const notifier = createWebhookNotifier({ monitor, url: 'https://example.org/hook', bearerToken: { env: 'HOOK_TOKEN' } });
 */
export function createWebhookNotifier(options: WebhookNotifierOptions): Notifier {
  const resolved = resolveNotifierOptions(options);
  const { monitor, labels, runbooks } = resolved;
  const sender = { instance: options.instance, labels, runbooks };
  const counter = monitor.enableNotifier('webhook');
  const queue = new WebhookQueue(counter);
  const delivery = new Delivery({ ...resolved, backOff, next: () => nextParcel(queue), counter });
  const send = (alert: Parameters<typeof webhookMessage>[0]) => {
    queue.push(webhookMessage(alert, sender));
    delivery.wake();
  };
  const stopFollowing = followAlerts(monitor, { fired: send, resolved: send });
  return {
    async close() {
      stopFollowing();
      await delivery.close();
      queue.drop();
    },
  };
}

function nextParcel(queue: WebhookQueue): Parcel | undefined {
  const first = queue.take();
  if (first === undefined) return undefined;
  const { message, attempts } = first;
  return {
    body: JSON.stringify(message),
    headers: { 'Idempotency-Key': message.id },
    notifications: 1,
    settle(outcome) {
      if (outcome === 'failed' && attempts < mostAttempts) queue.putBack();
      else queue.finish(outcome === 'accepted');
    },
  };
}
