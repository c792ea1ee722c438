import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { prometheusConfiguration } from '../../src/stack/prometheus-configuration.ts';

describe('prometheusConfiguration', () => {
  it.each(['turnscope', 'yes', '12', 'a: b', '"'])('scrapes as the job %s', (job) => {
    expect(parse(prometheusConfiguration({ job }))).toMatchObject({
      rule_files: ['rules/*.yml'],
      scrape_configs: [{ job_name: job, static_configs: [{ targets: ['turnscope:10464'] }] }],
      alerting: { alertmanagers: [{ static_configs: [{ targets: ['alertmanager:9093'] }] }] },
    });
  });
});
