import type { Builder } from '@grafana/grafana-foundation-sdk/cog';
import type { DataSourceRef } from '@grafana/grafana-foundation-sdk/common';
import {
  DatasourceVariableBuilder,
  QueryVariableBuilder,
  type VariableModel,
  VariableRefresh,
  VariableSort,
} from '@grafana/grafana-foundation-sdk/dashboard';
import { metric } from '../../metric.ts';

/** What every panel and variable asks: the data source that the reader picks. */
export const dataSource: DataSourceRef = { type: 'prometheus', uid: '$datasource' };

const exporters = `${metric('build_info').name}{job=~"$job"}`;
const ofInstances = 'job=~"$job", instance=~"$instance"';

/**
 * The choices at the top of a dashboard: data source, job and instance, and of the others those that
 * its queries name. One that moved nothing would mislead.
 */
export function variables(expressions: readonly string[]): Builder<VariableModel>[] {
  const isNamed = (name: string) => expressions.some((text) => text.includes(`$${name}"`));
  return [
    new DatasourceVariableBuilder('datasource').label('Data source').type('prometheus'),
    labelVariable('job', 'Job', metric('build_info').name, '.+'),
    labelVariable('instance', 'Instance', exporters, '.+'),
    ...narrowing.filter(({ name }) => isNamed(name)).map(narrowingVariable),
  ];
}

/** What is about the adapter has no process type, so all of them are `.*`. */
const narrowing = [
  { name: 'process_type', label: 'Process type', of: metric('turns_total').name },
  { name: 'model', label: 'Model', of: metric('responses_total').name },
];

function narrowingVariable({ name, label, of }: (typeof narrowing)[number]) {
  return labelVariable(name, label, `${of}{${ofInstances}}`, '.*');
}

/** Values of a label, all of them at first; asked for again when the time range changes. */
function labelVariable(name: string, label: string, series: string, all: string) {
  const query = `label_values(${series}, ${name})`;
  return new QueryVariableBuilder(name)
    .label(label)
    .datasource(dataSource)
    .query({ qryType: 1, query, refId: `${name}-values` })
    .definition(query)
    .refresh(VariableRefresh.OnTimeRangeChanged)
    .sort(VariableSort.AlphabeticalAsc)
    .multi(true)
    .includeAll(true)
    .allValue(all)
    .current({ selected: true, text: 'All', value: '$__all' });
}
