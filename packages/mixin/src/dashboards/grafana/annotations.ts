import type { Builder } from '@grafana/grafana-foundation-sdk/cog';
import {
  type AnnotationQuery,
  AnnotationQueryBuilder,
} from '@grafana/grafana-foundation-sdk/dashboard';
import { metric } from '../../metric.ts';
import type { AnnotationName } from '../plan/panel-plan.ts';
import { PanelQueries } from '../plan/panel-queries.ts';
import { inSight } from './in-sight.ts';
import { dataSource } from './variables.ts';

const queries = new PanelQueries([]);

/** What explains a bend in a line. All are there on every dashboard; those that are named are switched on. */
export function annotations(shown: readonly AnnotationName[]): Builder<AnnotationQuery>[] {
  return marks.map(({ name, title, color, expression, text }) =>
    inSight(
      new AnnotationQueryBuilder()
        .name(title)
        .datasource(dataSource)
        .enable(shown.includes(name))
        .iconColor(color)
        .expr(expression)
        .step('60s')
        .titleFormat(title)
        .textFormat(text)
        .tagKeys('process_type'),
    ),
  );
}

const marks: readonly {
  readonly name: AnnotationName;
  readonly title: string;
  readonly color: string;
  readonly expression: string;
  readonly text: string;
}[] = [
  {
    name: 'compactions',
    title: 'Compactions',
    color: 'purple',
    expression: queries.happened(metric('compactions_total'), ['process_type', 'trigger']),
    text: '{{trigger}} compaction of a {{process_type}} agent',
  },
  {
    name: 'restarts',
    title: 'Restarts',
    color: 'red',
    expression: queries.happened(metric('restarts_total'), ['process_type', 'reason', 'outcome']),
    text: 'restart of a {{process_type}} agent after {{reason}}: {{outcome}}',
  },
];
