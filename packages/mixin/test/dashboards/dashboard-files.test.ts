import { describe, expect, it } from '@jest/globals';
import { dashboardFiles } from '../../src/dashboards/dashboard-files.ts';
import { dashboardNames, dashboardUid } from '../../src/dashboards/dashboard-names.ts';
import { optionsWith } from './support/options.ts';
import { dashboardOf, panelOf, readDashboards } from './support/read-dashboards.ts';

const options = optionsWith();

describe('the files of the dashboards', () => {
  it('are one for each, by its name', () => {
    const paths = dashboardNames.map((name) => `grafana/dashboards/${name}.json`);
    expect(Object.keys(dashboardFiles(options))).toEqual(paths);
  });

  it('are the same each time', () => {
    expect(dashboardFiles(optionsWith())).toEqual(dashboardFiles(options));
  });

  it('keep the uids that links and bookmarks name', () => {
    expect(readDashboards(options).map(({ uid, title }) => [uid, title])).toEqual([
      ['turnscope', 'Turnscope / Overview'],
      ['turnscope-latency', 'Turnscope / Latency'],
      ['turnscope-turns', 'Turnscope / Turn efficiency'],
      ['turnscope-compaction', 'Turnscope / Compaction'],
      ['turnscope-processes', 'Turnscope / Restarts and processes'],
      ['turnscope-tokens', 'Turnscope / Tokens and cost'],
      ['turnscope-health', 'Turnscope / Adapter health'],
      ['turnscope-fleet', 'Turnscope / Fleet'],
    ]);
  });
});

describe('the variables of a dashboard', () => {
  it.each([
    ['turnscope', ['process_type']],
    ['turnscope-latency', ['process_type', 'model']],
    ['turnscope-turns', ['process_type', 'model']],
    ['turnscope-compaction', ['process_type']],
    ['turnscope-processes', ['process_type']],
    ['turnscope-tokens', ['process_type', 'model']],
    ['turnscope-health', []],
    ['turnscope-fleet', ['process_type']],
  ])('%s: data source, job, instance and %j', (uid, narrowing) => {
    const names = dashboardOf(uid, options).templating.list.map(({ name }) => name);
    expect(names).toEqual(['datasource', 'job', 'instance', ...narrowing]);
  });
});

describe('the way from one dashboard to another', () => {
  it('leads from each to all others with its time and choices', () => {
    for (const { links, tags } of readDashboards(options)) {
      expect(tags).toContain('turnscope');
      expect(links).toMatchObject([
        { type: 'dashboards', tags: ['turnscope'], keepTime: true, includeVars: true },
      ]);
      // In a menu nobody finds them.
      expect(links[0]).not.toHaveProperty('placement');
    }
  });

  it('leads from a panel to a dashboard that is there', () => {
    const uids = dashboardNames.map(dashboardUid);
    const urls = readDashboards(options).flatMap(({ panels }) =>
      panels.flatMap(({ links = [] }) => links.map(({ url }) => url)),
    );
    expect(urls.length).toBeGreaterThan(15);
    for (const url of urls) {
      const [, uid] =
        /^\/d\/([\w-]+)\?\$\{__url_time_range\}&\$\{__all_variables\}$/.exec(url) ?? [];
      expect(uids).toContain(uid);
    }
  });

  it('leads from an active alert to its runbook', () => {
    const { overrides } = panelOf('turnscope', 108, options).fieldConfig;
    expect(overrides.find(({ matcher }) => matcher.options === 'Alert')?.properties).toMatchObject([
      { id: 'links', value: [{ url: `https://example.org/runbooks/\${__value.raw}.md` }] },
    ]);
  });
});

describe('annotations', () => {
  it('mark compactions and restarts on every dashboard', () => {
    for (const { annotations } of readDashboards(options)) {
      expect(annotations.list.map(({ name }) => name)).toEqual(['Compactions', 'Restarts']);
    }
  });
});
