import uPlot from 'uplot';
import { timeAxis, valueAxis } from './axes.js';
import { colorNamed, colorOf } from './colors.js';
import { legend, sizeOf } from './element.js';
import { drawMarks } from './marks.js';
import { column, timesOf } from './points.js';

/** Lines or stacked bars over time. Answers how many, limits not counted. */
export function drawSeries(panel, { plot, section, shown }) {
  const series = ordered(panel).map((each) => ({ ...each, color: colorOf(each) }));
  legend(
    section,
    series.filter(({ isInLegend }) => isInLegend),
  );
  const times = timesOf(series);
  const columns = series.map(({ points }) => column(points, times));
  const drawn = panel.isStacked ? stacked(columns) : columns;
  const lines = panel.hasLimitLines ? limitLines(panel) : [];
  const top = Math.max(
    ...drawn.flat().filter(Number.isFinite),
    ...lines.map(({ value }) => value),
    0,
  );
  // A stack is drawn from its top down, so that each bar covers the foot of the one behind.
  const order = panel.isStacked ? [...series.keys()].reverse() : [...series.keys()];
  const data = [
    times,
    ...order.map((at) => drawn[at]),
    ...lines.map(({ value }) => times.map(() => value)),
  ];
  const looks = [...order.map((at) => look(series[at], panel.isStacked)), ...lines.map(limitLook)];
  new uPlot(
    {
      ...sizeOf(plot),
      legend: { show: false },
      cursor: { show: false },
      scales: {
        x: { range: [shown.from, shown.to] },
        y: { range: [0, (top || 1) * 1.08] },
      },
      axes: [timeAxis(), valueAxis(panel.unit, panel.decimals)],
      series: [{}, ...looks],
      hooks: { drawClear: [(chart) => drawMarks(chart, shown.marks)] },
    },
    data,
    plot,
  );
  return series.filter(({ isDashed }) => !isDashed).length;
}

/** Limits last, so that they lie in front; of a stack the largest first, as it lies at the bottom. */
function ordered({ series, isStacked }) {
  const sum = ({ points }) => points.reduce((total, [, value]) => total + (value || 0), 0);
  if (!isStacked) return [...series].sort((a, b) => Number(a.isDashed) - Number(b.isDashed));
  return series.filter((each) => sum(each) > 0).sort((a, b) => sum(b) - sum(a));
}

function look({ color, isDashed }, isStacked) {
  const shared = { stroke: color, points: { show: false }, spanGaps: false };
  if (isDashed) return { ...shared, width: 1, dash: [8, 6] };
  if (!isStacked) return { ...shared, width: 2 };
  return {
    ...shared,
    width: 0,
    fill: color,
    paths: uPlot.paths.bars({ size: [0.86, 100], gap: 0 }),
  };
}

function limitLines({ steps }) {
  return steps.filter(({ value }) => value !== null);
}

function limitLook({ color }) {
  return { stroke: colorNamed(color), width: 1, dash: [8, 6], points: { show: false } };
}

function stacked(columns) {
  const below = columns[0]?.map(() => 0) ?? [];
  return columns.map((values) =>
    values.map((value, at) => {
      below[at] += value ?? 0;
      return below[at];
    }),
  );
}
