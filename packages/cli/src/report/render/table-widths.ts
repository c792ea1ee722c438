import type { Column } from '../page/page.ts';

/**
 * Widths of columns that fit into the room together. Those that may become narrower do so first, the
 * widest of them at a time; when that is not enough, all do.
 */
export function tableWidths(
  columns: readonly Column[],
  natural: readonly number[],
  room: number,
): readonly number[] {
  const widths = natural.map((width) => Math.min(width, room));
  const leasts = columns.map(({ least }, at) => least ?? widths[at] ?? 0);
  for (const floors of [leasts, leasts.map(() => 1)]) shrink(widths, floors, room);
  return widths;
}

function shrink(widths: number[], floors: readonly number[], room: number): void {
  while (widths.reduce((sum, width) => sum + width, 0) > room) {
    const loose = [...widths.keys()].filter((at) => (widths[at] ?? 0) > (floors[at] ?? 0));
    const widest = Math.max(...loose.map((at) => widths[at] ?? 0));
    const chosen = loose.find((at) => widths[at] === widest);
    if (chosen === undefined) return;
    widths[chosen] = widest - 1;
  }
}
