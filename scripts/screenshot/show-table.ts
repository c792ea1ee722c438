import type { Panel } from '../../e2e/support/dashboards.ts';
import type { Answer } from './answer.ts';
import { fieldLook } from './field-look.ts';
import type { ShownColumn } from './shown-panel.ts';

type Row = Map<string, string | number>;

/** What Grafana's transformations `merge` and `organize` make of the answers: rows by labels, columns by name. */
export function showTable(panel: Panel, answers: readonly Answer[]): readonly ShownColumn[] {
  const organize = panel.transformations?.find(({ id }) => id === 'organize')?.options;
  const names = organize?.renameByName ?? {};
  const rows = new Map<string, Row>();
  for (const { target, results } of answers) {
    const figure = answers.length === 1 ? 'Value' : `Value #${target.refId}`;
    for (const { metric, value } of results) {
      const key = JSON.stringify(Object.entries(metric).sort());
      const row: Row = rows.get(key) ?? new Map(Object.entries(metric));
      row.set(figure, Number(value?.[1]));
      rows.set(key, row);
    }
  }
  const sorted = sortedRows(panel, [...rows.values()], names);
  return Object.entries(names).map(([name, heading]) => {
    const { unit, decimals, steps, words } = fieldLook(panel, heading);
    const cells = sorted.map((row) => row.get(name));
    return { heading, unit, decimals, steps, words, cells };
  });
}

function sortedRows(
  { options }: Panel,
  rows: Row[],
  names: Readonly<Record<string, string>>,
): readonly Row[] {
  const [by] = options?.sortBy ?? [];
  const [name] = Object.entries(names).find(([, heading]) => heading === by?.displayName) ?? [];
  if (by === undefined || name === undefined) return rows;
  const order = (one: Row, other: Row) => {
    const [a, b] = [one.get(name), other.get(name)];
    if (a === b) return 0;
    if (a === undefined) return -1;
    return b === undefined || a > b ? 1 : -1;
  };
  return rows.sort((one, other) => (by.desc ? order(other, one) : order(one, other)));
}
