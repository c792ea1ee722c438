import { describe, expect, it } from '@jest/globals';
import { alerts, catalogue, signals } from '@turnscope/core';
import { metricsPage } from '../../src/metrics-page/metrics-page.ts';
import { promqlBlocks } from '../support/promql-blocks.ts';

const page = metricsPage();

describe('metricsPage', () => {
  it('has a section with a query for every metric, in the order of the catalogue', () => {
    const titles = [...page.matchAll(/^### (.+)$/gm)].map(([, title]) => title);
    expect(titles).toEqual(catalogue.map(({ name }) => name));
    expect(promqlBlocks(page).length).toBe(catalogue.length);
  });

  it('has every signal, and every alert with a link to its runbook', () => {
    for (const { name } of signals) expect(page).toContain(`\n| ${name} |`);
    for (const { name } of alerts) expect(page).toContain(`[${name}](runbooks/${name}.md)`);
  });

  it('tells the limits of each profile', () => {
    expect(page).toContain('| above 1s | above 2s | above 2m | above 4m |');
  });
});
