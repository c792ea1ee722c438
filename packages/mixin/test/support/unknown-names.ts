import { catalogue, type MetricDefinition } from '@turnscope/core';
import { labelValues } from '../../src/metrics-page/label-values.ts';

/** What Prometheus itself gives each scraped series. */
const targetLabels = ['job', 'instance'];

interface Series {
  readonly metric: MetricDefinition;
  readonly labels: readonly string[];
}

const series = new Map(catalogue.flatMap(seriesOf));

/**
 * What a query of PromQL names that the catalogue does not have: metrics, labels of matchers and of groupings, and values
 * of matchers where the values of a label are known. Texts for people; empty when everything is there.
 */
export function unknownNames(query: string): readonly string[] {
  const selectors = [...query.matchAll(/\b(turnscope_\w+)(?:\{([^}]*)\})?/g)];
  const known = selectors.flatMap(([, name = '']) => series.get(name)?.labels ?? []);
  if (/\bup\b/.test(query)) known.push(...targetLabels);
  const groupings = [...query.matchAll(/\b(?:by|on|without|ignoring)\s*\(([^)]*)\)/g)];
  return [
    ...selectors.flatMap(([, name = '', matchers = '']) => wrongInSelector(name, matchers)),
    ...groupings
      .flatMap(([, labels = '']) => labels.split(',').map((label) => label.trim()))
      .filter((label) => !known.includes(label))
      .map((label) => `no metric of the query has the label ${label}`),
  ];
}

function wrongInSelector(name: string, matchers: string): readonly string[] {
  const found = series.get(name);
  if (found === undefined) return [`no series ${name} in the catalogue`];
  return [...matchers.matchAll(/(\w+)\s*(?:=~|!~|!=|=)\s*"([^"]*)"/g)].flatMap(
    ([, label = '', values = '']) => {
      if (label === 'le') return ['le is written in two ways'];
      if (!found.labels.includes(label)) return [`${name} has no label ${label}`];
      const domain = labelValues(found.metric, label);
      return values
        .split('|')
        .filter((value) => domain !== undefined && !domain.includes(value))
        .map((value) => `${label} of ${name} is never ${value}`);
    },
  );
}

function seriesOf(metric: MetricDefinition): readonly (readonly [string, Series])[] {
  const labels = [...metric.labels, ...targetLabels];
  if (metric.kind !== 'histogram') return [[metric.name, { metric, labels }]];
  return [
    [`${metric.name}_bucket`, { metric, labels: [...labels, 'le'] }],
    [`${metric.name}_sum`, { metric, labels }],
    [`${metric.name}_count`, { metric, labels }],
  ];
}
