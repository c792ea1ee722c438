import type { Builder } from '@grafana/grafana-foundation-sdk/cog';
import type { DataSourceRef } from '@grafana/grafana-foundation-sdk/common';
import {
  DatasourceVariableBuilder,
  QueryVariableBuilder,
  type VariableModel,
  VariableRefresh,
  VariableSort,
} from '@grafana/grafana-foundation-sdk/dashboard';
import { buildInfo } from '../../../packages/core/src/catalogue/metrics/health.ts';

/** What every panel and variable asks: the data source that the reader picks. */
export const dataSource: DataSourceRef = { type: 'prometheus', uid: '$datasource' };

/** The choices at the top of a dashboard: data source, job, instance. */
export const variables: readonly Builder<VariableModel>[] = [
  new DatasourceVariableBuilder('datasource').label('Data source').type('prometheus'),
  labelVariable('job', 'Job', buildInfo.name),
  labelVariable('instance', 'Instance', `${buildInfo.name}{job=~"$job"}`),
];

/** Values of a label, all of them at first; asked for again when the time range changes. */
function labelVariable(name: string, label: string, series: string): QueryVariableBuilder {
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
    .allValue('.+')
    .current({ selected: true, text: 'All', value: '$__all' });
}
