import uPlot from 'uplot';
import { edgeAxis, timeAxis } from './axes.js';
import { legend, sizeOf } from './element.js';
import { format } from './format.js';
import { column, timesOf } from './points.js';

const heat = ['#3a2016', '#6b2f12', '#a5440f', '#d9640f', '#f58e2c', '#fdb96a', '#fee0b6'];

/** Rows are buckets. Those of Prometheus hold all below them, so each is less what the one before has. */
export function drawHeatmap({ series, unit }, { plot, section, shown }) {
  const buckets = [...series].sort((a, b) => edge(a) - edge(b));
  const times = timesOf(series);
  const columns = buckets.map(({ points }) => column(points, times));
  const counts = columns.map((values, row) =>
    values.map((value, at) => Math.max(0, (value ?? 0) - (columns[row - 1]?.[at] ?? 0))),
  );
  const filled = counts.flatMap((values, row) => (values.some(isSeen) ? [row] : []));
  if (filled.length === 0) return 0;
  legend(section, [
    { name: 'few', color: heat[1] },
    { name: 'many', color: heat[6] },
  ]);
  const first = Math.min(...filled);
  const rows = counts.slice(first, Math.max(...filled) + 1);
  const label = (value) => {
    const bucket = buckets[first + value - 1];
    return bucket ? format(edge(bucket), unit) : '0';
  };
  new uPlot(
    {
      ...sizeOf(plot),
      legend: { show: false },
      cursor: { show: false },
      scales: { x: { range: [shown.from, shown.to] }, y: { range: [0, rows.length] } },
      axes: [
        timeAxis(),
        edgeAxis(
          label,
          [...rows.keys()].filter((row) => row % 2 === 1),
        ),
      ],
      series: [{}, { show: false }],
      hooks: {
        draw: [(chart) => drawCells(chart, times, rows)],
      },
    },
    [times, times.map(() => null)],
    plot,
  );
  return rows.flat().filter(isSeen).length;
}

function drawCells(chart, times, rows) {
  const most = Math.max(...rows.flat());
  const left = (at) => chart.valToPos(times[at], 'x', true);
  const width = times.length > 1 ? left(1) - left(0) : 4;
  for (const [row, values] of rows.entries()) {
    const top = chart.valToPos(row + 1, 'y', true);
    const height = chart.valToPos(row, 'y', true) - top;
    for (const [at, count] of values.entries()) {
      if (!isSeen(count)) continue;
      const shade = Math.min(heat.length - 1, Math.floor(Math.sqrt(count / most) * heat.length));
      chart.ctx.fillStyle = heat[shade];
      chart.ctx.fillRect(left(at) - width, top + 1, width - 1, height - 1);
    }
  }
}

/** `increase` extrapolates, so less than one is none. */
function isSeen(count) {
  return count >= 0.5;
}

function edge({ name }) {
  return name === '+Inf' ? Number.POSITIVE_INFINITY : Number(name);
}
