import { TableSortByFieldStateBuilder } from '@grafana/grafana-foundation-sdk/common';
import {
  type DynamicConfigValue,
  FieldColorBuilder,
  FieldColorModeId,
} from '@grafana/grafana-foundation-sdk/dashboard';
import * as table from '@grafana/grafana-foundation-sdk/table';
import type { PanelPlan, PanelQuery, RowLabel } from '../plan/panel-plan.ts';
import { described, refId } from './described.ts';
import { stateMappings } from './state-mappings.ts';
import { noThresholds, thresholdProperty } from './thresholds.ts';

/** A row for each combination of labels, a column for each label and each query. */
export function tablePanel(plan: PanelPlan): table.PanelBuilder {
  const { queries, rowLabels = [], states = [], sortedBy } = plan;
  const builder = described(new table.PanelBuilder(), plan, 8)
    .colorScheme(new FieldColorBuilder().mode(FieldColorModeId.Thresholds))
    .thresholds(noThresholds())
    .withTransformation({ id: 'merge', options: {} })
    .withTransformation({ id: 'organize', options: arrangement(plan) });
  if (sortedBy !== undefined) builder.sortBy([sortedDown(plan, sortedBy)]);
  for (const query of queries) {
    const color = states.length > 0 ? 'color-background' : 'color-text';
    builder.overrideByName(query.legend, [
      ...figureProperties(query),
      { id: 'custom.cellOptions', value: { type: color } },
      ...(states.length > 0 ? [{ id: 'mappings', value: stateMappings(states) }] : []),
    ]);
  }
  for (const label of rowLabels.filter(({ url }) => url !== undefined)) {
    builder.overrideByName(label.heading, [leadingTo(label)]);
  }
  return builder;
}

function sortedDown({ queries }: PanelPlan, column: string): TableSortByFieldStateBuilder {
  const isFigure = queries.some(({ legend }) => legend === column);
  return new TableSortByFieldStateBuilder().displayName(column).desc(isFigure);
}

function figureProperties({ unit, decimals, limits }: PanelQuery): readonly DynamicConfigValue[] {
  return [
    ...(unit ? [{ id: 'unit', value: unit }] : []),
    ...(decimals === undefined ? [] : [{ id: 'decimals', value: decimals }]),
    ...(limits ? [thresholdProperty(limits)] : []),
  ];
}

function leadingTo({ url }: RowLabel): DynamicConfigValue {
  return { id: 'links', value: [{ title: 'Runbook', url, targetBlank: true }] };
}

/** Grafana calls the figure of a query `Value #A`, and `Value` where there is one query. */
function arrangement({ queries, rowLabels = [] }: PanelPlan) {
  const figures = queries.map(({ legend }, at) => ({
    name: queries.length === 1 ? 'Value' : `Value #${refId(at)}`,
    heading: legend,
  }));
  const columns = [...rowLabels, ...figures];
  return {
    excludeByName: { Time: true },
    indexByName: Object.fromEntries(columns.map(({ name }, at) => [name, at])),
    renameByName: Object.fromEntries(columns.map(({ name, heading }) => [name, heading])),
  };
}
