import { describe, expect, it } from '@jest/globals';
import { catalogue } from '@turnscope/core';
import {
  type Dashboard,
  dashboards,
  type Panel,
  panelsOf,
  queries,
  type Variable,
} from './support/dashboards.ts';

// The rules of Grafana's dashboard-linter, and some of our own. The linter is a Go program that no package manager
// of this project brings, so the rules are held here.

const selector = /([\w:]+)\{([^}]*)\}/g;
const dataSource = { type: 'prometheus', uid: '$datasource' };
const counters = new Set(
  catalogue.flatMap(({ name, kind }) => {
    if (kind === 'counter') return [name];
    return kind === 'histogram' ? ['bucket', 'sum', 'count'].map((part) => `${name}_${part}`) : [];
  }),
);

/** Where a rule cannot hold, and why. An exception that is not needed any more fails. */
const exceptions = {
  'a fixed window instead of $__rate_interval': {
    reason: 'This week against last is a week, whatever time the dashboard shows.',
    holdsFor: ({ name }: { readonly name: string }) =>
      /^Turnscope \/ Overview: .* by week [AB]$/.test(name),
  },
  'no instance': {
    reason: 'What is recorded for the whole fleet has none; it is about all of them.',
    holdsFor: ({ selected }: { readonly selected: string }) =>
      selected.startsWith('process_type:turnscope_'),
  },
} as const;

it('there are eight dashboards, each with a uid and a title of its own', () => {
  expect(dashboards.map(({ file }) => file)).toEqual([
    'compaction.json',
    'fleet.json',
    'health.json',
    'latency.json',
    'overview.json',
    'processes.json',
    'tokens.json',
    'turns.json',
  ]);
  expect(new Set(dashboards.map(({ uid }) => uid)).size).toBe(dashboards.length);
  expect(new Set(dashboards.map(({ title }) => title)).size).toBe(dashboards.length);
});

describe.each(dashboards)('$title', (dashboard) => {
  it('cannot be edited where it is provisioned', () => {
    expect(dashboard).toMatchObject({
      uid: expect.stringMatching(/^turnscope(-\w+)?$/),
      editable: false,
    });
  });

  it('has a panel id of its own for every panel and row', () => {
    const ids = dashboard.panels.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).not.toContain(undefined);
  });

  it('has a title of its own for every panel', () => {
    const titles = panelsOf(dashboard).map(({ title }) => title);
    expect(titles.filter((title, at) => titles.indexOf(title) !== at)).toEqual([]);
  });

  it('has no two panels in one place, none beyond the right edge, and no hole', () => {
    const taken = dashboard.panels.flatMap(({ gridPos: { x, y, w, h } }) =>
      Array.from({ length: w * h }, (_, at) => `${x + (at % w)}/${y + Math.floor(at / w)}`),
    );
    expect(new Set(taken).size).toBe(taken.length);
    expect(Math.max(...dashboard.panels.map(({ gridPos: { x, w } }) => x + w))).toBe(24);
    const bottom = Math.max(...dashboard.panels.map(({ gridPos: { y, h } }) => y + h));
    expect(taken).toHaveLength(24 * bottom);
  });

  it('lets the reader choose the data source', () => {
    expect(variable(dashboard, 'datasource')).toMatchObject({
      type: 'datasource',
      query: 'prometheus',
    });
  });

  it.each([
    ['job', '.+', /^label_values\(turnscope_build_info, job\)$/],
    ['instance', '.+', /^label_values\(turnscope_build_info\{job=~"\$job"\}, instance\)$/],
  ])('asks for every %s again when the time changes', (name, all, query) => {
    expect(variable(dashboard, name)).toMatchObject(choiceOf(all, query));
  });

  it('asks for every further choice in the same way, and has each only where a query uses it', () => {
    for (const name of ['process_type', 'model']) {
      const isUsed = panelsOf(dashboard).some(({ targets = [] }) =>
        targets.some(({ expr }) => expr.includes(`${name}=~"$${name}"`)),
      );
      const found = variable(dashboard, name);
      expect(found !== undefined).toBe(isUsed);
      if (!found) continue;
      const query = new RegExp(
        `^label_values\\(turnscope_\\w+_total\\{job=~"\\$job", instance=~"\\$instance"\\}, ${name}\\)$`,
      );
      expect(found).toMatchObject(choiceOf('.*', query));
    }
  });

  it('marks compactions and restarts, from the chosen data source', () => {
    expect(dashboard.annotations.list).toMatchObject([
      { name: 'Compactions', datasource: dataSource },
      { name: 'Restarts', datasource: dataSource },
    ]);
  });
});

const panels = dashboards.flatMap((dashboard) =>
  panelsOf(dashboard).map((panel) => ({ ...panel, name: `${dashboard.title}: ${panel.title}` })),
);

describe.each(panels)('panel $name', ({ title, description, datasource, targets, fieldConfig }) => {
  it('says what it shows, in which unit, what it shows without data, and asks the chosen source', () => {
    expect(title).toMatch(/^[A-Z]/);
    expect(description).toMatch(/^[A-Z0-9].+\.$/s);
    expect(fieldConfig?.defaults.unit).toMatch(/^(short|s|percentunit|cpm|currencyUSD|bytes)$/);
    expect(fieldConfig?.defaults.noValue).toMatch(/\w/);
    expect(datasource).toEqual(dataSource);
    expect(targets?.length).toBeGreaterThan(0);
    for (const target of targets ?? []) expect(target.datasource).toEqual(dataSource);
  });
});

describe.each(queries)('query $name', ({ name, expression }) => {
  it('selects by job and instance everywhere', () => {
    for (const [, selected = '', matchers] of expression.matchAll(selector)) {
      if (exceptions['no instance'].holdsFor({ selected })) {
        expect(matchers).toBe('job=~"$job", process_type=~"$process_type"');
      } else expect(matchers).toMatch(/^job=~"\$job", instance=~"\$instance"/);
    }
    // Nothing is selected without braces.
    const selected = expression.replaceAll(selector, '');
    expect(selected).not.toMatch(/turnscope_/);
  });

  it('reads counters inside rate or increase only, over an interval of Grafana', () => {
    const window = exceptions['a fixed window instead of $__rate_interval'].holdsFor({ name })
      ? '7d'
      : '\\$__(rate_interval|range)';
    for (const [text, series = ''] of expression.matchAll(selector)) {
      const wrapped = new RegExp(`(rate|increase)\\(${escaped(text)}\\[${window}\\]`).test(
        expression,
      );
      expect({ series, wrapped }).toEqual({ series, wrapped: counters.has(series) });
    }
  });

  it('matches no bucket by its edge, which is written in two ways', () => {
    expect(expression).not.toMatch(/\ble\s*(=|!=|=~|!~)/);
  });

  it('divides by nothing that can be 0', () => {
    for (const [, divisor = ''] of expression.matchAll(/ \/ (.*)/g)) {
      expect(inParentheses(divisor)).toMatch(/ > 0$/);
    }
  });
});

describe('panels over a range of time', () => {
  it('use the rate interval; only those that show figures use the range', () => {
    const wrong = panels.filter(
      ({ type, targets = [] }) =>
        type !== 'stat' &&
        type !== 'table' &&
        targets.some(({ expr }) => expr.includes('$__range')),
    );
    expect(wrong.map(({ title }) => title)).toEqual([]);
  });

  it('ask for exemplars with the first query about durations', () => {
    const about = ({ targets = [] }: Panel) =>
      targets.some(({ expr }) => /_(duration|token)_seconds_bucket/.test(expr));
    const latency = dashboards.find(({ file }) => file === 'latency.json');
    const wrong = (latency?.panels ?? []).filter(
      (panel) => about(panel) && panel.targets?.[0]?.exemplar !== true,
    );
    expect(wrong.map(({ title }) => title)).toEqual([]);
    expect((latency?.panels ?? []).filter(about).length).toBeGreaterThan(5);
  });
});

describe.each(Object.entries(exceptions))('the exception for %s', (_, { reason, holdsFor }) => {
  it(reason, () => {
    const uses = queries.filter(({ name, expression }) =>
      [...expression.matchAll(selector)].some(([, selected = '']) => holdsFor({ name, selected })),
    );
    expect(uses.length).toBeGreaterThan(0);
  });
});

function choiceOf(allValue: string, query: RegExp) {
  return {
    type: 'query',
    datasource: dataSource,
    refresh: 2,
    multi: true,
    includeAll: true,
    allValue,
    query: { query: expect.stringMatching(query) },
  };
}

function variable({ templating }: Dashboard, name: string): Variable | undefined {
  return templating.list.find((each) => each.name === name);
}

/** What stands between the first parenthesis of a text and the one that closes it. */
function inParentheses(text: string): string {
  if (!text.startsWith('(')) return text;
  let depth = 0;
  for (const [at, character] of [...text].entries()) {
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (depth === 0) return text.slice(1, at);
  }
  return text;
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
