import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { prometheusConfiguration } from '../../src/stack/prometheus-configuration.ts';

test.each([
  ['of a hundred words', 'agents '.repeat(100).trim()],
  ['of several lines', 'agents\nof the build\n'],
])('a job %s went over to the next line, which was not indented', (_, job) => {
  expect(parse(prometheusConfiguration({ job }))).toMatchObject({
    scrape_configs: [{ job_name: job }],
  });
});
