import { format } from './format.js';

const font = '11px "DejaVu Sans", sans-serif';
const minute = 60;

/** Whole hours, or what comes near to six of them in a shorter time. */
export function timeAxis() {
  const values = (_, splits) =>
    splits.map((time) => new Date(time * 1000).toTimeString().slice(0, 5));
  const splits = (_, __, from, to) => {
    const every = [minute, 2 * minute, 5 * minute, 15 * minute, 60 * minute].find(
      (step) => (to - from) / step <= 7,
    );
    const step = every ?? 60 * minute;
    const times = [];
    for (let time = Math.ceil(from / step) * step; time <= to; time += step) times.push(time);
    return times;
  };
  return { ...axis(), size: 22, values, splits };
}

/** Steps that people count time in. */
const timeSteps = [
  0.001, 0.01, 0.1, 0.5, 1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1200, 1800, 3600, 7200,
];

/** Values in a unit. */
export function valueAxis(unit, decimals) {
  return {
    ...axis(),
    size: 54,
    space: 34,
    ...(unit === 's' && { incrs: timeSteps }),
    values: (_, splits) => splits.map((each) => format(each, unit, decimals)),
  };
}

/** Rows of a heatmap by their upper edge. */
export function edgeAxis(labelOf, splits) {
  return { ...axis(), size: 54, values: (_, rows) => rows.map(labelOf), splits: () => splits };
}

function axis() {
  const line = { stroke: '#2a2c33', width: 1 };
  return { stroke: '#9a9ba8', font, grid: line, ticks: { ...line, size: 3 }, gap: 3 };
}
