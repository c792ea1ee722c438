import { generatedBy, writeYaml } from '../yaml/write-yaml.ts';
import { inhibitRules } from './inhibit-rules.ts';

/** A receiver of notifications. */
export interface WebhookReceiver {
  readonly url: string;
  /** Holds the token that is sent as `Authorization: Bearer …`. Alertmanager reads it at each request. */
  readonly credentialsFile?: string | undefined;
}

const comment = `${generatedBy}
Alerts are shown at http://127.0.0.1:9093.`;

/**
 * Turnscope itself is told at once, the rule as late as a scrape and an evaluation come, of a minute each by default. What
 * comes first waits for the rule to inhibit it: alone, since a group that is there already waits for nobody new.
 */
const direct = {
  matchers: ['via = turnscope'],
  group_by: ['alertname', 'process_type', 'instance'],
  group_wait: '2m',
};

const toNobody = `They are sent to nobody. To be told by a webhook, put this into both receivers:

    webhook_configs:
      - url: https://chat.example/hooks/turnscope
        send_resolved: true
        http_config:
          authorization: { credentials_file: /etc/alertmanager/webhook-token }

Secrets stand in files that Alertmanager can read. Other receivers:
https://prometheus.io/docs/alerting/latest/configuration/`;

/**
 * The configuration of Alertmanager, 0.25 or later: alerts of a kind together, critical ones to one receiver and
 * warnings to another, and nobody told twice of one thing. Without a webhook nobody is told of anything, and a
 * comment says how to change that.
 */
export function alertmanagerFile(webhook?: WebhookReceiver): string {
  const configuration = {
    route: {
      receiver: 'nobody',
      group_by: ['alertname', 'process_type'],
      group_wait: '30s',
      group_interval: '5m',
      repeat_interval: '12h',
      routes: [
        {
          matchers: ['severity = critical'],
          receiver: 'critical',
          repeat_interval: '4h',
          routes: [direct],
        },
        { matchers: ['severity = warning'], receiver: 'warning', routes: [direct] },
      ],
    },
    receivers: [
      { name: 'nobody' },
      { name: 'critical', ...receiving(webhook) },
      { name: 'warning', ...receiving(webhook) },
    ],
    inhibit_rules: inhibitRules.map(({ rule }) => rule),
  };
  const reasons = inhibitRules.map(({ why }, at) => ({ path: ['inhibit_rules', at], text: why }));
  return writeYaml(webhook ? comment : `${comment}\n${toNobody}`, configuration, reasons);
}

function receiving(webhook: WebhookReceiver | undefined) {
  if (webhook === undefined) return {};
  const { url, credentialsFile } = webhook;
  const authorization = { credentials_file: credentialsFile };
  return {
    webhook_configs: [
      { url, send_resolved: true, ...(credentialsFile && { http_config: { authorization } }) },
    ],
  };
}
