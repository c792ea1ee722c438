import { describe, expect, it } from '@jest/globals';
import { catalogue } from '@turnscope/core';
import { dashboard, panels, queries, type Variable } from './support/dashboard.ts';

// The rules of Grafana's dashboard-linter, and some of our own. The linter is a Go program that no package manager
// of this project brings, so the rules are held here.

const selector = /(\w+)\{([^}]*)\}/g;
const dataSource = { type: 'prometheus', uid: '$datasource' };
const counters = new Set(
  catalogue.flatMap(({ name, kind }) => {
    if (kind === 'counter') return [name];
    return kind === 'histogram' ? ['bucket', 'sum', 'count'].map((part) => `${name}_${part}`) : [];
  }),
);
const gauges = catalogue.filter(({ kind }) => kind === 'gauge').map(({ name }) => name);
const known = new Set([...counters, ...gauges]);

describe('the dashboard', () => {
  it('cannot be edited where it is provisioned', () => {
    expect(dashboard).toMatchObject({ uid: 'turnscope', editable: false });
  });

  it('has a panel id of its own for every panel and row', () => {
    const ids = dashboard.panels.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).not.toContain(undefined);
  });

  it('has no two panels in one place, and none beyond the right edge', () => {
    const taken = dashboard.panels.flatMap(({ gridPos: { x, y, w, h } }) =>
      Array.from({ length: w * h }, (_, at) => `${x + (at % w)}/${y + Math.floor(at / w)}`),
    );
    expect(new Set(taken).size).toBe(taken.length);
    expect(Math.max(...dashboard.panels.map(({ gridPos: { x, w } }) => x + w))).toBe(24);
  });

  it('lets the reader choose the data source', () => {
    expect(variable('datasource')).toMatchObject({ type: 'datasource', query: 'prometheus' });
  });

  it.each([
    ['job', /^label_values\(turnscope_build_info, job\)$/],
    ['instance', /^label_values\(turnscope_build_info\{job=~"\$job"\}, instance\)$/],
  ])('asks for every %s again when the time changes', (name, query) => {
    expect(variable(name)).toMatchObject({
      type: 'query',
      datasource: dataSource,
      refresh: 2,
      multi: true,
      includeAll: true,
      allValue: '.+',
      query: { query: expect.stringMatching(query) },
    });
  });
});

describe.each(panels)(
  'panel $title',
  ({ title, description, datasource, targets, fieldConfig }) => {
    it('says what it shows, in which unit, and asks the chosen data source', () => {
      expect(title).toMatch(/^[A-Z]/);
      expect(description).toMatch(/^[A-Z0-9].+\.$/s);
      expect(fieldConfig?.defaults.unit).toMatch(/^(short|s|percentunit|cpm)$/);
      expect(datasource).toEqual(dataSource);
      expect(targets?.length).toBeGreaterThan(0);
      for (const target of targets ?? []) expect(target.datasource).toEqual(dataSource);
    });
  },
);

describe.each(queries)('query $name', ({ expression }) => {
  it('names only metrics of the catalogue', () => {
    const names = expression.match(/\b(turnscope|process|nodejs)_\w+/g) ?? [];
    expect(names.length).toBeGreaterThan(0);
    expect(names.filter((name) => !known.has(name) && !isLabel(name))).toEqual([]);
    expect([...expression.matchAll(selector)].map(([, name]) => name)).not.toContain(undefined);
  });

  it('selects by job and instance everywhere', () => {
    for (const [, , matchers] of expression.matchAll(selector)) {
      expect(matchers).toMatch(/^job=~"\$job", instance=~"\$instance"/);
    }
    // Nothing is selected without braces.
    const selected = expression.replaceAll(selector, '');
    expect(selected).not.toMatch(/turnscope_/);
  });

  it('reads counters inside rate or increase only, over an interval of Grafana', () => {
    for (const [text, name = ''] of expression.matchAll(selector)) {
      const wrapped = new RegExp(
        `(rate|increase)\\(${escaped(text)}\\[\\$__(rate_interval|range)\\]\\)`,
      ).test(expression);
      expect({ name, wrapped }).toEqual({ name, wrapped: counters.has(name) });
    }
  });

  it('matches no bucket by its edge, which is written in two ways', () => {
    expect(expression).not.toMatch(/le\s*(=|!=|=~|!~)/);
  });

  it('divides by nothing that can be 0', () => {
    expect(expression.replaceAll(/ \/ \((.*) > 0\)$/g, '')).not.toContain(' / ');
  });
});

describe('panels over a range of time', () => {
  it('use the rate interval, and those that show one figure the range', () => {
    const wrong = panels.filter(({ type, targets = [] }) =>
      targets.some(({ expr }) => expr.includes('$__range') !== (type === 'stat')),
    );
    expect(wrong.map(({ title }) => title)).toEqual([]);
  });
});

function variable(name: string): Variable | undefined {
  return dashboard.templating.list.find((each) => each.name === name);
}

/** `process_type` looks like a metric of the runtime. */
function isLabel(name: string): boolean {
  return catalogue.some(({ labels }) => labels.includes(name));
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
