import { type SignalName, signals } from '@turnscope/core';
import type { Compared } from './compared-signals.ts';

/** For each signal and process type: how many values were compared, and the largest relative difference. */
export function parityTable(compared: readonly Compared[]): string {
  const both = compared.filter(({ local, other }) => local !== undefined && other !== undefined);
  const rows = signals.flatMap(({ name }) => {
    const own = both.filter(({ signal }) => signal === name);
    const types = [...new Set(own.map(({ processType }) => processType))].toSorted();
    return types.map((type) =>
      row(
        name,
        type,
        own.filter(({ processType }) => processType === type),
      ),
    );
  });
  return [['signal', 'process type', 'compared', 'largest difference'], ...rows]
    .map(([name = '', type = '', count = '', largest = '']) =>
      `${name.padEnd(26)}${type.padEnd(14)}${count.padStart(8)}  ${largest}`.trimEnd(),
    )
    .join('\n');
}

function row(
  name: SignalName,
  processType: string,
  compared: readonly Compared[],
): readonly string[] {
  const largest = compared.reduce((most, each) => Math.max(most, differenceOf(each)), 0);
  return [
    name,
    processType,
    String(compared.length),
    largest === 0 ? '0' : largest.toExponential(1),
  ];
}

/** As a share of what Prometheus says. */
function differenceOf({ local = 0, other = 0 }: Compared): number {
  return local === other ? 0 : Math.abs(local - other) / Math.abs(other);
}
