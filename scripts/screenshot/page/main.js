// Runs in the page: draws the panels of `shown` where Grafana would put them, in the manner of its dark theme.
/* global document, shown, window */
import { shareColors } from './colors.js';
import { append } from './element.js';
import { drawFigures } from './figures.js';
import { drawHeatmap } from './heatmap.js';
import { drawSeries } from './series.js';
import { drawStates } from './states.js';
import { drawTable } from './table.js';

const kinds = {
  stat: drawFigures,
  timeseries: drawSeries,
  heatmap: drawHeatmap,
  'state-timeline': drawStates,
  table: drawTable,
};

append(append(document.body, 'h1', { text: shown.title }), 'small', { text: shown.description });
const grid = append(document.body, 'main');
shareColors(shown.panels.filter(({ type }) => type === 'timeseries'));
/** How many things each panel shows. */
window.drawn = {};
for (const panel of shown.panels) {
  if (panel.type === 'row') drawHeading(panel);
  else window.drawn[panel.title] = drawPanel(panel);
}

function drawHeading({ title, place }) {
  append(grid, 'h3', { text: title, style: placed(place) });
}

function drawPanel(panel) {
  const section = append(grid, 'section', { className: panel.type, style: placed(panel.place) });
  const note = panel.unit === 'cpm' ? ' (per minute)' : '';
  append(section, 'h2', { text: `${panel.title}${note}` });
  const plot = append(section, 'div', { className: 'plot' });
  const isEmpty =
    panel.series.length === 0 && panel.columns.every(({ cells }) => cells.length === 0);
  const count = isEmpty ? 0 : kinds[panel.type](panel, { plot, section, shown });
  if (plot.childElementCount === 0)
    append(plot, 'p', { text: panel.noValue, className: 'nothing' });
  return count;
}

function placed({ x, y, w, h }) {
  return { gridColumn: `${x + 1} / span ${w}`, gridRow: `${y + 1} / span ${h}` };
}
