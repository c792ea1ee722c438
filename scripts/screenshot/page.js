// Runs in the page: draws the panels of `shown` with uPlot, in the manner of Grafana's dark theme.
/* global document, devicePixelRatio, shown, uPlot */

const palette = ['#5794f2', '#ff9830', '#73bf69', '#b877d9', '#8ab8ff'];
const colors = new Map([
  ['success', '#73bf69'],
  ['auto, success', '#73bf69'],
  ['error', '#f2495c'],
  ['interrupted', '#fade2a'],
  ['p50', '#73bf69'],
  ['p95', '#ff9830'],
  ['p99', '#f2495c'],
  ['demo-tactical', '#5794f2'],
  ['demo-strategic', '#b877d9'],
  ['demo-subagent', '#ff9830'],
  ['fresh', '#5794f2'],
  ['transcripts', '#5794f2'],
]);
const namedColors = colors.size;
const heat = ['#3a2016', '#6b2f12', '#a5440f', '#d9640f', '#f58e2c', '#fdb96a', '#fee0b6'];
const font = '13px "DejaVu Sans", sans-serif';
const chartSize = { width: 386, height: 190 };

const minutes = Math.round((shown.to - shown.from) / 60);
append(
  document.body,
  'h1',
  `Turnscope <small>demo: ${shown.agents} imaginary agents, ${minutes} minutes</small>`,
);
const grid = append(document.body, 'main');
for (const panel of shown.panels) {
  if (panel.type === 'stat') drawFigure(panel);
  else drawChart(panel);
}

function drawFigure({ title, unit, series }) {
  const section = append(grid, 'section', `<h2>${title}</h2>`);
  section.className = 'figure';
  append(section, 'p', format(series[0].points[0][1], unit));
}

function drawChart(panel) {
  const section = append(grid, 'section', `<h2>${panel.title}${unitNote(panel.unit)}</h2>`);
  const plot = append(section, 'div');
  if (panel.type === 'heatmap') {
    drawHeatmap(panel, plot);
    legend(section, [
      { name: 'few responses', color: heat[1] },
      { name: 'many', color: heat[6] },
    ]);
    return;
  }
  const series = coloured(panel.series);
  drawSeries(panel, series, plot);
  legend(section, series);
}

function unitNote(unit) {
  return unit === 'cpm' ? ' <small>per minute</small>' : '';
}

/** Every series with its colour, the same in every panel; the largest first, as it lies at the bottom of a stack. */
function coloured(series) {
  const sum = ({ points }) => points.reduce((total, [, value]) => total + (value || 0), 0);
  return series
    .filter((each) => sum(each) > 0)
    .sort((a, b) => sum(b) - sum(a))
    .map((each) => ({ ...each, color: colorOf(each.name) }));
}

function colorOf(name) {
  if (!colors.has(name)) colors.set(name, palette[(colors.size - namedColors) % palette.length]);
  return colors.get(name);
}

function drawSeries({ unit, isStacked }, series, element) {
  const times = timesOf(series);
  const columns = series.map(({ points }) => column(points, times));
  const drawn = isStacked ? stacked(columns) : columns;
  const top = Math.max(...drawn.flat().filter((value) => value !== null));
  // A stack is drawn from its top down, so that each bar covers the foot of the one behind.
  const order = isStacked ? [...series.keys()].reverse() : [...series.keys()];
  new uPlot(
    {
      ...chartSize,
      legend: { show: false },
      cursor: { show: false },
      scales: { y: { range: [0, top * 1.08] } },
      axes: [timeAxis(), valueAxis((value) => format(value, unit))],
      series: [{}, ...order.map((index) => look(series[index].color, isStacked))],
    },
    [times, ...order.map((index) => drawn[index])],
    element,
  );
}

function look(color, isStacked) {
  const shared = { stroke: color, points: { show: false }, spanGaps: true };
  if (!isStacked) return { ...shared, width: 2, fill: `${color}14` };
  const paths = uPlot.paths.bars({ size: [0.82, 100], gap: 0 });
  return { ...shared, width: 0, fill: color, paths };
}

function stacked(columns) {
  const below = columns[0].map(() => 0);
  return columns.map((values) =>
    values.map((value, at) => {
      below[at] += value ?? 0;
      return below[at];
    }),
  );
}

/** Rows are buckets; the buckets of Prometheus hold all below them, so each is less what the one before has. */
function drawHeatmap({ series }, element) {
  const buckets = [...series].sort((a, b) => Number(edge(a)) - Number(edge(b)));
  const times = timesOf(series);
  const columns = buckets.map(({ points }) => column(points, times));
  const counts = columns.map((values, row) =>
    values.map((value, at) => Math.max(0, value - (columns[row - 1]?.[at] ?? 0))),
  );
  const filled = counts.flatMap((values, row) => (Math.max(...values) >= 0.5 ? [row] : []));
  const first = Math.min(...filled);
  const rows = counts.slice(first, Math.max(...filled) + 1);
  const most = Math.max(...rows.flat());
  const label = (value) => {
    const bucket = buckets[first + value - 1];
    return bucket ? format(Number(edge(bucket)), 's') : '0 s';
  };
  new uPlot(
    {
      ...chartSize,
      legend: { show: false },
      cursor: { show: false },
      scales: { y: { range: [0, rows.length] } },
      axes: [
        timeAxis(),
        { ...valueAxis(label), splits: () => [...rows.keys()].filter((row) => row % 2 === 1) },
      ],
      series: [{}, { show: false }],
      hooks: { draw: [(plot) => cells(plot, { times, rows, most })] },
    },
    [times, times.map(() => null)],
    element,
  );
}

function cells(plot, { times, rows, most }) {
  const left = (at) => plot.valToPos(times[at] ?? times.at(-1), 'x', true);
  const width = left(1) - left(0);
  for (const [row, values] of rows.entries()) {
    const top = plot.valToPos(row + 1, 'y', true);
    const height = plot.valToPos(row, 'y', true) - top;
    for (const [at, count] of values.entries()) {
      if (count < 0.5 || at === 0) continue;
      const shade = Math.min(heat.length - 1, Math.floor(Math.sqrt(count / most) * heat.length));
      plot.ctx.fillStyle = heat[shade];
      plot.ctx.fillRect(left(at) - width, top + 1, width - 1, height - 1);
    }
  }
}

function edge({ name }) {
  return name === '+Inf' ? 'Infinity' : name;
}

function timeAxis() {
  const values = (_, splits) =>
    splits.map((time) => new Date(time * 1000).toTimeString().slice(0, 5));
  const everyMinute = (_, __, from, to) => {
    const splits = [];
    for (let time = Math.ceil(from / 60) * 60; time <= to; time += 60) splits.push(time);
    return splits;
  };
  return { ...axis(), size: 30, values, splits: everyMinute };
}

function valueAxis(text) {
  return { ...axis(), size: 62, values: (_, splits) => splits.map(text) };
}

function axis() {
  const line = { stroke: '#2a2c33', width: 1 };
  return { stroke: '#b6b7c3', font, grid: line, ticks: { ...line, size: 4 }, gap: 4 };
}

function timesOf(series) {
  return [...new Set(series.flatMap(({ points }) => points.map(([time]) => time)))].sort();
}

function column(points, times) {
  const known = new Map(points);
  return times.map((time) => known.get(time) ?? null);
}

function legend(section, entries) {
  const items = entries.map(({ name, color }) => `<li><i style="background:${color}"></i>${name}`);
  append(section, 'ul', items.join('')).className = 'legend';
}

function format(value, unit) {
  if (unit === 'percentunit')
    return `${(value * 100).toFixed(value < 1 && value > 0.995 ? 1 : 0)} %`;
  if (unit !== 's') return short(value);
  if (value >= 60) return `${trim(value / 60)} min`;
  return `${trim(value)} s`;
}

function short(value) {
  const [size, suffix] = [
    [1e9, ' G'],
    [1e6, ' M'],
    [1e3, ' k'],
  ].find(([least]) => value >= least) ?? [1, ''];
  return trim(value / size) + suffix;
}

function trim(value) {
  return String(Number(value.toPrecision(value >= 100 ? 3 : 2)));
}

function append(parent, name, html = '') {
  const element = document.createElement(name);
  element.innerHTML = html;
  parent.append(element);
  return element;
}
