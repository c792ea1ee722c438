import { colorOfValue } from './colors.js';
import { append } from './element.js';
import { format } from './format.js';

/** A figure for each series, in the colour of its limits. */
export function drawFigures({ series, unit, decimals, isNamed }, { plot }) {
  const list = append(plot, 'div', { className: isNamed ? 'figures many' : 'figures' });
  for (const { name, points, steps } of series) {
    const [, value] = points[0];
    const figure = append(list, 'div');
    if (isNamed) append(figure, 'small', { text: name });
    append(figure, 'p', {
      text: format(value, unit, decimals),
      style: { color: colorOfValue(value, steps) },
    });
  }
  return series.length;
}
