import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { alertmanagerFile } from '../../src/index.ts';

interface Configuration {
  readonly receivers: readonly {
    readonly name: string;
    readonly webhook_configs?: readonly object[];
  }[];
  readonly route: {
    readonly receiver: string;
    readonly routes: readonly { readonly receiver: string }[];
  };
}

test('without a webhook nobody is told of anything, and a comment says how to', () => {
  const text = alertmanagerFile();
  expect(receiversIn(text)).toEqual([
    { name: 'nobody' },
    { name: 'critical' },
    { name: 'warning' },
  ]);
  expect(text).toContain('#     webhook_configs:');
});

test('what the comment says is what a webhook makes', () => {
  const example = alertmanagerFile()
    .split('\n')
    .filter((line) => line.startsWith('#     '))
    .map((line) => line.slice(6))
    .join('\n');
  const url = 'https://chat.example/hooks/turnscope';
  const credentialsFile = '/etc/alertmanager/webhook-token';
  const [, critical] = receiversIn(alertmanagerFile({ url, credentialsFile }));
  expect(parse(example)).toEqual({ webhook_configs: critical?.webhook_configs });
});

test('a webhook without credentials has none', () => {
  const [nobody, ...told] = receiversIn(alertmanagerFile({ url: 'http://127.0.0.1:1' }));
  expect(nobody).toEqual({ name: 'nobody' });
  for (const { webhook_configs } of told) {
    expect(webhook_configs).toEqual([{ url: 'http://127.0.0.1:1', send_resolved: true }]);
  }
  expect(told).toHaveLength(2);
});

test('every route leads to a receiver that is there', () => {
  const { route, receivers } = parse(alertmanagerFile()) as Configuration;
  const names = receivers.map(({ name }) => name);
  for (const { receiver } of [route, ...route.routes]) expect(names).toContain(receiver);
});

function receiversIn(text: string): Configuration['receivers'] {
  return (parse(text) as Configuration).receivers;
}
