import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { alertmanagerFile } from '../../src/index.ts';

interface Route {
  readonly matchers?: readonly string[];
  readonly group_by?: readonly string[];
  readonly group_wait?: string;
  readonly routes?: readonly Route[];
}

// It was told after 30 s, and the rule's alert again when Prometheus had scraped and evaluated.
test('what Turnscope tells directly waits for two intervals of a minute, in no group that waits already', () => {
  const { route } = parse(alertmanagerFile()) as { readonly route: Route };
  const bySeverity = route.routes ?? [];
  expect(bySeverity).toHaveLength(2);
  for (const { routes } of bySeverity) {
    expect(routes).toEqual([
      {
        matchers: ['via = turnscope'],
        group_by: ['alertname', 'process_type', 'instance'],
        group_wait: '2m',
      },
    ]);
  }
});
